using System.Net;
using System.Net.Sockets;

namespace AlertAutomaton.Media.Transport;

/// <summary>The calls that every system has, one per datagram.</summary>
internal sealed class PortableDatagramIo(TimeProvider time) : DatagramIo
{
    private readonly SocketAddress _from4 = new(AddressFamily.InterNetwork);
    private readonly SocketAddress _from6 = new(AddressFamily.InterNetworkV6);
    private readonly SocketAddress _to4 = new(AddressFamily.InterNetwork);
    private readonly SocketAddress _to6 = new(AddressFamily.InterNetworkV6);

    public override int Receive(MediaSocket socket, int limit = Batch)
    {
        var from = socket.IsIPv6 ? _from6 : _from4;
        var count = 0;
        try
        {
            // Asking first is cheaper than the exception of a receive that would block.
            while (count < limit && socket.Socket.Poll(0, SelectMode.SelectRead))
            {
                InboundLengths[count] = socket.Socket.ReceiveFrom(Inbound.AsSpan(count * DatagramLength, DatagramLength), SocketFlags.None, from);
                Sources[count] = UdpAddress.FromSocketAddress(from.Buffer.Span, socket.IsIPv6);
                Arrivals[count] = (long)(time.GetTimestamp() * (1e9 / time.TimestampFrequency));
                count++;
            }
        }
        catch (SocketException)
        {
            // A datagram longer than the buffer, or an ICMP error of an earlier send: what came before it still counts.
            return count;
        }

        return count;
    }

    public override void Connect(MediaSocket socket, in UdpAddress to)
    {
    }

    public override void Disconnect(MediaSocket socket)
    {
    }

    protected override int Send(MediaSocket socket, in UdpAddress to)
    {
        var target = socket.IsIPv6 ? _to6 : _to4;
        target.Size = to.WriteSocketAddress(target.Buffer.Span, socket.IsIPv6);
        var sent = 0;
        for (var i = 0; i < Staged; i++)
        {
            try
            {
                socket.Socket.SendTo(Outbound.AsSpan(i * DatagramLength, OutboundLength(i)), SocketFlags.None, target);
                sent++;
            }
            catch (SocketException)
            {
                // Sound is not repeated; the caller counts what did not leave.
                continue;
            }
        }

        return sent;
    }
}
