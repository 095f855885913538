using System.Net;

namespace AlertAutomaton.Sip.Transports;

/// <summary>Told by transports, on their own threads.</summary>
internal interface ISipTransportSink
{
    /// <summary>Whether a stream connection from this address is accepted at all.</summary>
    bool MayConnect(IPEndPoint remote);

    /// <summary>One whole message; the bytes are valid during the call only.</summary>
    /// <param name="transport">Who received it.</param>
    /// <param name="remote">Where it came from.</param>
    /// <param name="message">The bytes.</param>
    /// <param name="framed">Whether it was cut out of a stream by its Content-Length.</param>
    void OnMessage(ISipTransport transport, IPEndPoint remote, ReadOnlySpan<byte> message, bool framed);

    /// <summary>Nothing reaches this address: refused, unreachable, or the connection broke.</summary>
    void OnSendFailed(ISipTransport transport, IPEndPoint remote, string reason);
}
