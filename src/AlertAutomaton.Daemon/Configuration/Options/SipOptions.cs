namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Telephony: listening addresses and SIP trunks.</summary>
internal sealed record SipOptions
{
    /// <summary>Addresses to send from and listen on: transport:address:port, with udp or tcp; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Listen { get; init; } = ["udp:0.0.0.0:5060", "tcp:0.0.0.0:5060"];

    /// <summary>Address that trunks reach this machine at, when it stands behind address translation; empty: the address of the outgoing interface.</summary>
    public string PublicAddress { get; init; } = "";

    /// <summary>UDP ports for sound, first-last; each call takes two.</summary>
    public string RtpPorts { get; init; } = "20000-29999";

    /// <summary>File that every SIP message is written to, secrets and the middle of numbers left out; empty writes none.</summary>
    public string Trace { get; init; } = "";

    /// <summary>The SIP trunks, each an agreement with an operator.</summary>
    public IReadOnlyList<SipTrunkOptions> Trunks { get; init; } = [];
}
