using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>
/// One thing that happened in an alert. A closed hierarchy: its members are the records of this folder. Each says everything that
/// the state rows need, so that they can be rebuilt from the journal alone (<see cref="AlertReplay"/>).
/// </summary>
public abstract record AlertEvent
{
    private protected AlertEvent()
    {
    }

    /// <summary>The alert.</summary>
    public required AlertId Alert { get; init; }

    /// <summary>When it happened (UTC). For people: order comes from the journal's sequence.</summary>
    public required DateTimeOffset At { get; init; }
}
