namespace AlertAutomaton.Alerting.Operators;

/// <summary>Keeps failures and locks, so that starting the process anew gives nobody new guesses. Safe for concurrent use.</summary>
public interface IPinGuardStore
{
    /// <summary>Reads what was kept last.</summary>
    /// <param name="ct">Gives up.</param>
    /// <returns><see cref="PinGuardState.Fresh"/> when nothing was.</returns>
    Task<PinGuardState> LoadAsync(CancellationToken ct);

    /// <summary>Keeps the state in place of the one before.</summary>
    /// <param name="state">All of it; bounded by the hourly cap.</param>
    /// <param name="ct">Gives up before the commit begins.</param>
    /// <returns>False when it could not be written: the store has said why, and the one in memory goes on counting.</returns>
    Task<bool> SaveAsync(PinGuardState state, CancellationToken ct);
}
