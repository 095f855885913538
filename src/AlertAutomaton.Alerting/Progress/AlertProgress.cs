using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Progress;

/// <summary>How far a running alert is, at one moment. What it counts is on disk.</summary>
public sealed record AlertProgress
{
    /// <summary>The alert.</summary>
    public required AlertId Alert { get; init; }

    /// <summary>Real, exercise or test.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required AlertPhase Phase { get; init; }

    /// <summary>Why it ended or is ending.</summary>
    public AlertEnding Ending { get; init; }

    /// <summary>The figures.</summary>
    public required AlertTotals Totals { get; init; }

    /// <summary>Attempts that hold a line.</summary>
    public int InFlight { get; init; }

    /// <summary>Of these, answered ones.</summary>
    public int Talking { get; init; }

    /// <summary>The most attempts that held a line at one time since this process began or resumed it.</summary>
    public int PeakInFlight { get; init; }

    /// <summary>Attempts that could begin now if a line were free.</summary>
    public int Ready { get; init; }

    /// <summary>When it was launched.</summary>
    public required DateTimeOffset LaunchedAt { get; init; }

    /// <summary>When its lifetime ends.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The moment of these figures.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it finished; null while it has not.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What this alert has shown so far, for the forecast of the rest.</summary>
    public required AttemptStatistics Shown { get; init; }

    /// <summary>Where its recipients stand, for the forecast of the rest.</summary>
    public AlertStanding Standing { get; init; } = new();

    /// <summary>From the launch to these figures, or to the end.</summary>
    public TimeSpan Duration => (FinishedAt ?? At) - LaunchedAt;
}
