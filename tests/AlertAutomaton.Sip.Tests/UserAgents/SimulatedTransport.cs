using System.Net;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.Tests.UserAgents;

/// <summary>One host of a <see cref="SimulatedNetwork"/>.</summary>
internal sealed class SimulatedTransport(SimulatedNetwork network, IPEndPoint address, SipTransportProtocol protocol) : ISipTransport
{
    private ISipTransportSink? _sink;

    public SipTransportProtocol Protocol => protocol;

    public IPEndPoint LocalEndPoint => address;

    public Action<IPEndPoint, byte[]>? Received { get; set; }

    public void Start(ISipTransportSink sink) => _sink = sink;

    public void Send(ReadOnlySpan<byte> message, IPEndPoint remote, bool mayConnect) => network.Send(this, remote, message);

    public void Deliver(IPEndPoint from, byte[] bytes)
    {
        Received?.Invoke(from, bytes);
        _sink?.OnMessage(this, from, bytes, framed: protocol != SipTransportProtocol.Udp);
    }

    public void Unreachable(IPEndPoint remote) => _sink?.OnSendFailed(this, remote, "nobody is there");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
