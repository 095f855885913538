using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Operators;

/// <summary>Keeps operators. Safe for concurrent use; a write completes when it is on disk.</summary>
public interface IOperatorStore
{
    /// <summary>Finds an operator by what is typed on the phone.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="number">3 to 8 digits.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when nobody has it.</returns>
    Task<Operator?> FindAsync(OrganisationId organisation, string number, CancellationToken ct);

    /// <summary>Reads an operator.</summary>
    /// <param name="id">Which.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is none.</returns>
    Task<Operator?> GetAsync(OperatorId id, CancellationToken ct);

    /// <summary>Lists the operators of an organisation in order of their number.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>All of them, those who left included.</returns>
    Task<IReadOnlyList<Operator>> ListAsync(OrganisationId organisation, CancellationToken ct);

    /// <summary>Adds an operator or replaces the one with the same id.</summary>
    /// <param name="who">The operator.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>False when another operator of the organisation has the number.</returns>
    Task<bool> SaveAsync(Operator who, CancellationToken ct);
}
