using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>What the duty chain is told.</summary>
public abstract record DutyInput
{
    private DutyInput()
    {
    }

    /// <summary>Time has passed.</summary>
    public sealed record Tick : DutyInput;

    /// <summary>Something wants a person.</summary>
    /// <param name="Matter">What.</param>
    public sealed record Raised(DutyMatter Matter) : DutyInput;

    /// <summary>It is over by itself, or was taken back.</summary>
    /// <param name="Key">The key of the matter.</param>
    /// <param name="Why">For the log.</param>
    public sealed record Ended(string Key, string Why) : DutyInput;

    /// <summary>A person has it.</summary>
    /// <param name="Matter">Which.</param>
    /// <param name="By">Who.</param>
    /// <param name="How">Noted or launched.</param>
    public sealed record Taken(DutyMatterId Matter, OperatorId By, DutyCallResult How) : DutyInput;

    /// <summary>A call is over.</summary>
    /// <param name="Matter">For which it was.</param>
    /// <param name="Operator">Who was phoned.</param>
    /// <param name="Result">How it went.</param>
    public sealed record CallEnded(DutyMatterId Matter, OperatorId Operator, DutyCallResult Result) : DutyInput;
}
