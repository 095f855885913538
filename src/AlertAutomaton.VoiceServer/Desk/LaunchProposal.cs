using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.VoiceServer.Desk;

/// <summary>What will happen if it is launched, as it is said back.</summary>
public sealed record LaunchProposal
{
    /// <summary>Why it cannot be; the other values hold only for <see cref="LaunchFault.None"/>.</summary>
    public LaunchFault Fault { get; init; }

    /// <summary>As lists show it.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its name as it is said; null when it has none.</summary>
    public PreparedPrompt? Name { get; init; }

    /// <summary>Who will be warned.</summary>
    public int Households { get; init; }

    /// <summary>How long until everybody was called once; null when it cannot be said.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>True when somebody else has to approve.</summary>
    public bool NeedsSecondPerson { get; init; }

    /// <summary>When it goes without one; null: never. Only for danger to life.</summary>
    public TimeSpan? OverrideAfter { get; init; }

    /// <summary>A proposal that cannot be launched.</summary>
    /// <param name="fault">Why.</param>
    /// <returns>The proposal.</returns>
    public static LaunchProposal Not(LaunchFault fault) => new() { Fault = fault };
}
