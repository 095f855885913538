using AlertAutomaton.Smpp.Framing;

namespace AlertAutomaton.Smpp.Server;

/// <summary>How a server treats a session.</summary>
public sealed record SmppServerSessionOptions
{
    /// <summary>The server's own name, up to 15 characters.</summary>
    public string SystemId { get; init; } = "lab";

    /// <summary>deliver_sm that may wait for their response, 1 or more.</summary>
    public int Window { get; init; } = 10;

    /// <summary>How long the client may take to answer deliver_sm and enquire_link, and to bind.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Quiet time before the server asks; null never asks.</summary>
    public TimeSpan? EnquireLinkInterval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest PDU taken, in octets.</summary>
    public int MaximumPduLength { get; init; } = SmppFramer.DefaultMaximumLength;
}
