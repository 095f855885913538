using AlertAutomaton.Contracts.Duty;
using AlertAutomaton.Contracts.Problems;

namespace AlertAutomaton.Daemon.Desk.Duty;

/// <summary>What became of an act on a duty matter.</summary>
internal abstract record DutyOutcome
{
    private DutyOutcome()
    {
    }

    /// <summary>It is on disk.</summary>
    public sealed record Done(DutyMatterResource Matter) : DutyOutcome;

    /// <summary>There is no such matter any more.</summary>
    public sealed record Unknown : DutyOutcome;

    /// <summary>Something is at fault.</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : DutyOutcome;

    /// <summary>Not as things stand; the reason is in words.</summary>
    public sealed record NotPossible(string Reason) : DutyOutcome;

    /// <summary>The store cannot write now.</summary>
    public sealed record Unavailable(string Reason) : DutyOutcome;
}
