using System.Net;
using System.Net.Sockets;
using System.Text;
using AlertAutomaton.Media.Rtp;

namespace AlertAutomaton.Media.Tests.Sessions;

/// <summary>A far end made of a bare socket, which can misbehave in ways that our own session cannot.</summary>
internal sealed class WirePhone : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private ushort _sequence = 100;

    public WirePhone(IPAddress? address = null)
    {
        _socket.Bind(new IPEndPoint(address ?? IPAddress.Loopback, 0));
        _socket.Blocking = false;
    }

    public uint Ssrc { get; set; } = 0xABCD;

    public IPEndPoint Address => (IPEndPoint)_socket.LocalEndPoint!;

    public byte[] Describe(string attributes = "a=sendrecv", int eventType = 101) => Encoding.ASCII.GetBytes(
        $"v=0\r\no=- 1 1 IN IP4 {Address.Address}\r\ns=-\r\nc=IN IP4 {Address.Address}\r\nt=0 0\r\nm=audio {Address.Port} RTP/AVP 8 {eventType}\r\n"
        + $"a=rtpmap:{eventType} telephone-event/8000\r\n{attributes}\r\n");

    public void Send(IPEndPoint to, byte payloadType, uint timestamp, ReadOnlySpan<byte> payload, ushort? sequence = null, bool marker = false)
    {
        var packet = new RtpPacket
        {
            PayloadType = payloadType,
            Marker = marker,
            SequenceNumber = new RtpSequenceNumber(sequence ?? _sequence++),
            Timestamp = new RtpTimestamp(timestamp),
            Ssrc = Ssrc,
            Payload = payload,
        };
        var bytes = new byte[packet.Length];
        packet.WriteTo(bytes);
        _socket.SendTo(bytes, to);
    }

    public void SendRaw(IPEndPoint to, byte[] bytes) => _socket.SendTo(bytes, to);

    /// <summary>Datagrams that have come, as bytes.</summary>
    public List<byte[]> Received()
    {
        var all = new List<byte[]>();
        var buffer = new byte[2048];
        while (_socket.Poll(0, SelectMode.SelectRead))
            all.Add(buffer[.._socket.Receive(buffer)]);
        return all;
    }

    public void Dispose() => _socket.Dispose();
}
