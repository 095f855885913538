using AlertAutomaton.Contracts.Problems;

namespace AlertAutomaton.Daemon.Desk.Phones;

/// <summary>What became of a change to who phones in and what they may launch.</summary>
/// <typeparam name="T">What is given back when it is done.</typeparam>
internal abstract record PhoneOutcome<T>
{
    private PhoneOutcome()
    {
    }

    /// <summary>It is on disk.</summary>
    public sealed record Done(T Value) : PhoneOutcome<T>;

    /// <summary>There is nothing of that number.</summary>
    public sealed record Unknown : PhoneOutcome<T>;

    /// <summary>Something is at fault.</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : PhoneOutcome<T>;

    /// <summary>The number is somebody else's.</summary>
    public sealed record Taken : PhoneOutcome<T>;

    /// <summary>The store cannot write now.</summary>
    public sealed record Unavailable(string Reason) : PhoneOutcome<T>;
}
