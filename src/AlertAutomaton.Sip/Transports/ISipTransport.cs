using System.Net;

namespace AlertAutomaton.Sip.Transports;

/// <summary>
/// One bound listener that also sends. UDP and TCP stand behind it; TLS is a stream transport that opens its stream differently.
/// </summary>
internal interface ISipTransport : IAsyncDisposable
{
    /// <summary>The transport as Via and URIs name it.</summary>
    SipTransportProtocol Protocol { get; }

    /// <summary>The address really bound.</summary>
    IPEndPoint LocalEndPoint { get; }

    /// <summary>Begins to receive.</summary>
    void Start(ISipTransportSink sink);

    /// <summary>
    /// Sends one whole message; the bytes are not kept. Never blocks long and never throws for network trouble, which is told to
    /// <see cref="ISipTransportSink.OnSendFailed"/> or, over UDP, simply lost.
    /// </summary>
    /// <param name="message">The wire form.</param>
    /// <param name="remote">Where to; over a stream, the connection to this address is used or opened.</param>
    /// <param name="mayConnect">Whether a stream may be opened for it; responses go by the connection of their request only.</param>
    void Send(ReadOnlySpan<byte> message, IPEndPoint remote, bool mayConnect);
}
