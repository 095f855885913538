using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Lab.Witness;
using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.Lab.Exchange;

/// <summary>How the simulated town is reached and how it behaves.</summary>
public sealed record LabTownOptions
{
    /// <summary>Where its trunk listens, loopback by default; port 0 takes any free port.</summary>
    public IReadOnlyList<string> Listen { get; init; } = ["udp:127.0.0.1:0"];

    /// <summary>The lowest RTP port of its phones.</summary>
    public int FirstRtpPort { get; init; } = 40000;

    /// <summary>The highest RTP port of its phones.</summary>
    public int LastRtpPort { get; init; } = 49999;

    /// <summary>How long its people take.</summary>
    public PhoneTimes Times { get; init; } = new();

    /// <summary>Calls at one time that the trunk carries; more get <see cref="OverLimitStatus"/>. Null for no limit.</summary>
    public int? Channels { get; init; }

    /// <summary>New calls in a second that the trunk takes; more get 503. Null for no limit.</summary>
    public int? CallsPerSecond { get; init; }

    /// <summary>What the trunk says when all its channels are taken: 503, or 403, 480, 486 as some operators do.</summary>
    public int OverLimitStatus { get; init; } = 503;

    /// <summary>Prompts that the witness shall recognise in what residents hear; empty for none.</summary>
    public IReadOnlyList<PreparedPrompt> Recognised { get; init; } = [];

    /// <summary>Where the phones write what they saw; null for nowhere.</summary>
    public WitnessLog? Witness { get; init; }
}
