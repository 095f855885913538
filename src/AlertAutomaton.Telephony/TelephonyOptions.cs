using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Telephony;

/// <summary>What the telephony service listens on and which trunks it uses.</summary>
public sealed record TelephonyOptions
{
    /// <summary>Where SIP is listened for: <c>udp:0.0.0.0:5060</c>, <c>tcp:[::]:5060</c>. Port 0 takes any free port.</summary>
    public IReadOnlyList<string> Listen { get; init; } = ["udp:0.0.0.0:5060", "tcp:0.0.0.0:5060"];

    /// <summary>The address written into Contact, Via and SDP where the listening one is a wildcard; null finds the one that leads to the trunk.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>The lowest RTP port, even.</summary>
    public int FirstRtpPort { get; init; } = 20000;

    /// <summary>The highest RTP port. Each call takes two.</summary>
    public int LastRtpPort { get; init; } = 29999;

    /// <summary>The trunks, at least one for calls to leave.</summary>
    public IReadOnlyList<TrunkOptions> Trunks { get; init; } = [];
}
