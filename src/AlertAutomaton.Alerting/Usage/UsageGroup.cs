using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Usage;

/// <summary>
/// Attempts that a tariff treats alike: one channel, one line, one beginning of the number, one length. Attempts that never left are in
/// no group. Sums of these are all that counters and costs need, so a store gives a month in a few rows and never a number.
/// </summary>
public sealed record UsageGroup
{
    /// <summary>How the contact point was reached.</summary>
    public required ChannelKind Channel { get; init; }

    /// <summary>The trunk, gateway or relay.</summary>
    public required string Line { get; init; }

    /// <summary>The first characters of the number, <c>+</c> included, as many as were asked for; empty for mails.</summary>
    public string Prefix { get; init; } = string.Empty;

    /// <summary>How long each of the calls lasted from the answer to the end, in seconds, each begun second counted; 0 for unanswered ones, texts and mails.</summary>
    public int Seconds { get; init; }

    /// <summary>Attempts that left, answered or not.</summary>
    public long Begun { get; init; }

    /// <summary>Calls that somebody or something picked up; 0 for texts and mails.</summary>
    public long Answered { get; init; }

    /// <summary>All together in the units of the network: segments of texts, mails; 0 for calls.</summary>
    public long Units { get; init; }
}
