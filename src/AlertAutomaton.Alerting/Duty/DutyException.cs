using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>Other people for a time: instead of the whole list, or one stand-in for one person.</summary>
public sealed record DutyException
{
    /// <summary>When it begins, as the clocks on the wall show it; the kind is ignored.</summary>
    public required DateTime From { get; init; }

    /// <summary>When it ends; that moment is no longer in it.</summary>
    public required DateTime Until { get; init; }

    /// <summary>The list that holds instead of weeks and blocks; empty: they stay. Of several the last in the roster holds.</summary>
    public IReadOnlyList<OperatorId> Operators { get; init; } = [];

    /// <summary>Who is away; null: nobody.</summary>
    public OperatorId? Absent { get; init; }

    /// <summary>Who stands in, at the same place of the list; null: nobody does. A stand-in who is away as well has their own stand-in; two who stand in for one another change places.</summary>
    public OperatorId? StandIn { get; init; }
}
