using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Resolution;
using AlertAutomaton.Sip.Resolution.Dns;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.Tests.Resolution;

public class DnsSocketTransportTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_real_server_is_asked_over_udp_and_over_tcp_when_its_answer_is_cut()
    {
        using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        udp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var server = (IPEndPoint)udp.LocalEndPoint!;
        using var tcp = new TcpListener(server);
        tcp.Start();
        var serving = Task.WhenAll(ServeUdp(udp), ServeTcp(tcp));
        using var cancel = new CancellationTokenSource(Limit, TimeProvider.System);

        var options = new SipResolverOptions { Servers = [server], AddressFamilies = [AddressFamily.InterNetwork], ServerTimeout = Limit };
        var resolver = new SipResolver(options, SeededRandom.Create(1), TimeProvider.System, new RecordingLogger());
        var found = await resolver.ResolveAsync(new SipUri("sip", null, "trunk.example.net", 5060), SipTransportProtocol.Udp, cancel.Token);

        Assert.Equal("udp:192.0.2.44:5060", Assert.Single(found).ToString());
        await serving.WaitAsync(Limit, TimeProvider.System);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_told_as_no_answer()
    {
        using var unused = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        unused.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var server = (IPEndPoint)unused.LocalEndPoint!;
        unused.Close();
        using var cancel = new CancellationTokenSource(Limit, TimeProvider.System);
        Assert.Null(await new DnsSocketTransport().QueryAsync(server, new byte[20], overTcp: true, _ => true, cancel.Token));
    }

    private static async Task ServeUdp(Socket socket)
    {
        var buffer = new byte[512];
        var received = await socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0));
        await socket.SendToAsync(Answer(buffer.AsSpan(0, received.ReceivedBytes), cut: true), received.RemoteEndPoint);
    }

    private static async Task ServeTcp(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var buffer = new byte[512];
        await stream.ReadExactlyAsync(buffer.AsMemory(0, 2));
        var length = BinaryPrimitives.ReadUInt16BigEndian(buffer);
        await stream.ReadExactlyAsync(buffer.AsMemory(0, length));
        var answer = Answer(buffer.AsSpan(0, length), cut: false);
        await stream.WriteAsync((byte[])[(byte)(answer.Length >> 8), (byte)answer.Length, .. answer]);
    }

    private static byte[] Answer(ReadOnlySpan<byte> query, bool cut)
    {
        Assert.True(DnsMessage.TryParse(query, out var asked));
        return DnsMessageTests.Write(asked! with
        {
            IsResponse = true,
            IsTruncated = cut,
            Answers = cut ? [] : [new DnsRecord.Address(asked.Question.Name, TimeSpan.FromMinutes(1), IPAddress.Parse("192.0.2.44"))],
        });
    }
}
