using System.Collections.Immutable;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>How far the duty chain is with a matter: what a store keeps, one row each.</summary>
public sealed record DutyMatterState
{
    /// <summary>The matter.</summary>
    public required DutyMatter Matter { get; init; }

    /// <summary>Where it stands.</summary>
    public DutyStanding Standing { get; init; }

    /// <summary>How often the list was phoned to its end.</summary>
    public int Rounds { get; init; }

    /// <summary>Who was phoned in this round.</summary>
    public ImmutableList<OperatorId> Tried { get; init; } = [];

    /// <summary>Who is being phoned; null while nobody is.</summary>
    public OperatorId? Calling { get; init; }

    /// <summary>Not before; null: at once.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Who has it.</summary>
    public OperatorId? TakenBy { get; init; }

    /// <summary>When it was taken or was over.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When somebody was phoned for it, within the last hour.</summary>
    public ImmutableList<DateTimeOffset> Calls { get; init; } = [];

    /// <summary>True while somebody has to be found.</summary>
    public bool IsOpen => Standing is DutyStanding.Waiting or DutyStanding.Calling;
}
