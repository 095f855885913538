using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>What the duty chain wants done, in this order.</summary>
public abstract record DutyEffect
{
    private DutyEffect()
    {
    }

    /// <summary>Write this down. A store that fails stops nothing: its trouble may be the matter.</summary>
    /// <param name="State">The row.</param>
    public sealed record Save(DutyMatterState State) : DutyEffect;

    /// <summary>Phone somebody.</summary>
    /// <param name="Matter">For what.</param>
    /// <param name="Operator">Whom.</param>
    public sealed record Phone(DutyMatter Matter, OperatorId Operator) : DutyEffect;

    /// <summary>Withdraw the call while it rings; whoever speaks already hears it in the call.</summary>
    /// <param name="Matter">For what it was.</param>
    public sealed record Withdraw(DutyMatterId Matter) : DutyEffect;

    /// <summary>Say by another path that nobody has it.</summary>
    /// <param name="Matter">What.</param>
    /// <param name="Why">Why.</param>
    /// <param name="Rounds">How often the list was phoned to its end.</param>
    /// <param name="Pause">Until the next call.</param>
    public sealed record Escalate(DutyMatter Matter, DutyEscalation Why, int Rounds, TimeSpan Pause) : DutyEffect;

    /// <summary>Note that it was taken.</summary>
    /// <param name="Matter">What.</param>
    /// <param name="By">By whom.</param>
    /// <param name="How">Noted or launched.</param>
    public sealed record NoteTaken(DutyMatter Matter, OperatorId By, DutyCallResult How) : DutyEffect;

    /// <summary>Note that it is over.</summary>
    /// <param name="Matter">What.</param>
    /// <param name="Why">Why.</param>
    public sealed record NoteOver(DutyMatter Matter, string Why) : DutyEffect;

    /// <summary>Note that too many matters stand already.</summary>
    /// <param name="Matter">What nobody is phoned for.</param>
    public sealed record NoteRefused(DutyMatter Matter) : DutyEffect;
}
