using AlertAutomaton.Contracts.Alerts;

namespace AlertAutomaton.Daemon.Desk;

/// <summary>The answer to pause, resume and stop.</summary>
internal abstract record ChangeOutcome
{
    private ChangeOutcome()
    {
    }

    /// <summary>Done and on disk; the alert as it is now.</summary>
    public sealed record Done(AlertResource Alert) : ChangeOutcome;

    /// <summary>There is no such alert.</summary>
    public sealed record Unknown : ChangeOutcome;

    /// <summary>The alert is in a state in which this makes no sense.</summary>
    public sealed record NotPossible(AlertResource Alert) : ChangeOutcome;

    /// <summary>The engine cannot write it down now.</summary>
    public sealed record Unavailable(string Reason) : ChangeOutcome;
}
