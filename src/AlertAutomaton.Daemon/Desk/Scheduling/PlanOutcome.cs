using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Contracts.Schedules;

namespace AlertAutomaton.Daemon.Desk.Scheduling;

/// <summary>The answer to an order to plan.</summary>
internal abstract record PlanOutcome
{
    private PlanOutcome()
    {
    }

    /// <summary>On disk, now or by an earlier repetition of the same order.</summary>
    public sealed record Accepted(PlanAlertResponse Response) : PlanOutcome;

    /// <summary>Something in the order is wrong; every field at fault is listed.</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : PlanOutcome;

    /// <summary>The idempotency key belongs to another order.</summary>
    public sealed record KeyConflict : PlanOutcome;

    /// <summary>The disk is full; nothing was planned.</summary>
    public sealed record NoSpace(string Reason) : PlanOutcome;

    /// <summary>The store cannot write now.</summary>
    public sealed record Unavailable(string Reason) : PlanOutcome;
}
