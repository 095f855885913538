using System.Net;
using System.Net.Sockets;
using System.Text;
using AlertAutomaton.Benchmarks.Measure;

namespace AlertAutomaton.Benchmarks.Calls;

/// <summary>
/// The baseline of the call measurements: the same messages out of one socket, cut out of templates, with nothing read but the
/// status and the tag. No transaction, no timer, no dialog.
/// </summary>
internal static class PlainCallLoad
{
    public static double Run(int calls, int atOnce, int peerPort)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 4 << 20 };
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Connect(IPAddress.Loopback, peerPort);
        int port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        string body = Encoding.ASCII.GetString(CallPeer.Sdp);
        byte[] buffer = new byte[4096];
        var meter = new CpuMeter();
        int started = 0;
        int over = 0;
        while (started < Math.Min(atOnce, calls))
        {
            Send(socket, "INVITE", started++, 1, "", body, port, peerPort);
        }

        while (over < calls)
        {
            int length = socket.Receive(buffer);
            ReadOnlySpan<byte> message = buffer.AsSpan(0, length);
            if (!message.StartsWith("SIP/2.0 200"u8))
            {
                continue;
            }

            int call = Number(message, "Call-ID: plain-"u8);
            if (message.IndexOf("CSeq: 1 INVITE"u8) >= 0)
            {
                int tag = message.IndexOf("\r\nTo: "u8);
                tag += message[tag..].IndexOf(";tag="u8) + 5;
                string toTag = ";tag=" + Encoding.ASCII.GetString(message.Slice(tag, message[tag..].IndexOf("\r\n"u8)));
                Send(socket, "ACK", call, 1, toTag, "", port, peerPort);
                Send(socket, "BYE", call, 2, toTag, "", port, peerPort);
            }
            else
            {
                over++;
                if (started < calls)
                {
                    Send(socket, "INVITE", started++, 1, "", body, port, peerPort);
                }
            }
        }

        return meter.Used.TotalMilliseconds / calls;
    }

    private static void Send(Socket socket, string method, int call, int sequence, string toTag, string body, int port, int peerPort)
    {
        string text = $"{method} sip:+33639980001@127.0.0.1:{peerPort} SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:{port};branch=z9hG4bK{method}{call};rport\r\n"
            + $"Max-Forwards: 70\r\nFrom: <sip:+33162000000@127.0.0.1>;tag=f{call}\r\nTo: <sip:+33639980001@127.0.0.1:{peerPort}>{toTag}\r\n"
            + $"Call-ID: plain-{call}\r\nCSeq: {sequence} {method}\r\nContact: <sip:alert@127.0.0.1:{port}>\r\n"
            + (body.Length > 0 ? "Content-Type: application/sdp\r\n" : "") + $"Content-Length: {body.Length}\r\n\r\n{body}";
        socket.Send(Encoding.ASCII.GetBytes(text));
    }

    private static int Number(ReadOnlySpan<byte> message, ReadOnlySpan<byte> after)
    {
        int start = message.IndexOf(after) + after.Length;
        int value = 0;
        while (message[start] is >= (byte)'0' and <= (byte)'9')
        {
            value = (value * 10) + message[start++] - '0';
        }

        return value;
    }
}
