using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Problems;

namespace AlertAutomaton.Daemon.Desk;

/// <summary>The answer to an order.</summary>
internal abstract record LaunchOutcome
{
    private LaunchOutcome()
    {
    }

    /// <summary>On disk, now or by an earlier repetition of the same order.</summary>
    public sealed record Accepted(LaunchAlertResponse Response) : LaunchOutcome;

    /// <summary>Something in the order is wrong; every field at fault is listed.</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : LaunchOutcome;

    /// <summary>The idempotency key belongs to another order.</summary>
    public sealed record KeyConflict : LaunchOutcome;

    /// <summary>The disk is full; nothing was accepted.</summary>
    public sealed record NoSpace(string Reason) : LaunchOutcome;

    /// <summary>It would go over a limit; nothing was accepted.</summary>
    public sealed record OverQuota(string Reason) : LaunchOutcome;

    /// <summary>The engine cannot take orders now.</summary>
    public sealed record Unavailable(string Reason) : LaunchOutcome;
}
