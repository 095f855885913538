using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>UDP and TCP (RFC 1035 §4.2). Each question has a socket of its own, so that its port is as hard to guess as its id.</summary>
internal sealed class DnsSocketTransport : IDnsTransport
{
    // Without EDNS a server sends at most 512 bytes; some send more all the same.
    private const int LargestDatagram = 4096;

    public async Task<byte[]?> QueryAsync(
        IPEndPoint server, ReadOnlyMemory<byte> query, bool overTcp, Func<ReadOnlyMemory<byte>, bool> isAnswer, CancellationToken cancellationToken)
    {
        try
        {
            return overTcp
                ? await QueryTcpAsync(server, query, isAnswer, cancellationToken)
                : await QueryUdpAsync(server, query, isAnswer, cancellationToken);
        }
        catch (SocketException)
        {
            // Refused, unreachable, reset: the next server is asked; the client reports when none answers.
            return null;
        }
    }

    private static async Task<byte[]?> QueryUdpAsync(
        IPEndPoint server, ReadOnlyMemory<byte> query, Func<ReadOnlyMemory<byte>, bool> isAnswer, CancellationToken cancellationToken)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);

        // Connected: the kernel drops packets from anybody else and tells of ICMP refusals.
        await socket.ConnectAsync(server, cancellationToken);
        await socket.SendAsync(query, cancellationToken);
        var buffer = new byte[LargestDatagram];
        while (true)
        {
            var length = await socket.ReceiveAsync(buffer, cancellationToken);
            if (isAnswer(buffer.AsMemory(0, length)))
            {
                return buffer[..length];
            }
        }
    }

    private static async Task<byte[]?> QueryTcpAsync(
        IPEndPoint server, ReadOnlyMemory<byte> query, Func<ReadOnlyMemory<byte>, bool> isAnswer, CancellationToken cancellationToken)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server, cancellationToken);
        var framed = new byte[2 + query.Length];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)query.Length);
        query.CopyTo(framed.AsMemory(2));
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(framed, cancellationToken);
        var length = new byte[2];
        if (await stream.ReadAtLeastAsync(length, 2, throwOnEndOfStream: false, cancellationToken) < 2)
        {
            return null;
        }

        var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        var read = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken);
        return read == answer.Length && isAnswer(answer) ? answer : null;
    }
}
