namespace AlertAutomaton.Sip.Verdicts;

/// <summary>What our side understands; written into Allow, Supported and Accept, and held against requests (RFC 3261 §8.2).</summary>
public sealed record SipUserAgentCapabilities
{
    /// <summary>The methods that we serve; others that exist get 405, unknown ones 501.</summary>
    public IReadOnlyList<string> Methods { get; init; } =
        ["INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "PRACK", "UPDATE", "INFO"];

    /// <summary>The option tags that may stand in Require.</summary>
    public IReadOnlyList<string> OptionTags { get; init; } = ["100rel", "timer"];

    /// <summary>The body types that INVITE, UPDATE, PRACK and ACK may carry, first the one that we answer with.</summary>
    public IReadOnlyList<string> SessionBodyTypes { get; init; } = ["application/sdp", "multipart/mixed", "multipart/alternative"];

    /// <summary>The schemes that a Request-URI may have.</summary>
    public IReadOnlyList<string> UriSchemes { get; init; } = ["sip", "sips", "tel"];
}
