using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;

namespace AlertAutomaton.Interop.Tests;

/// <summary>Who scans the internet for telephones finds nothing here.</summary>
public sealed class ScannerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("INVITE", 1000)]
    [InlineData("OPTIONS", 300)]
    [InlineData("REGISTER", 300)]
    public async Task A_flood_from_an_address_of_no_trunk_gets_not_one_answer(string method, int perSecond)
    {
        using var run = new AlertRun { VoiceServer = PhoneTown.VoiceServer };
        (PeerProcess daemon, int port) = await run.ServeAsync([new TrunkLine("operator", "sip:127.0.0.1:9") { ReservedChannels = 2 }]);
        await using (daemon)
        {
            await using PeerProcess scanner = SippScanner.Start(run.Folder, port, method, PhoneTown.OperatorsLine, 2 * perSecond, perSecond);
            int exit = await scanner.WaitAsync(Patience);
            Assert.True(exit == 0, $"SIPp ended with {exit}, so somebody answered:\n{scanner.Output}\n{daemon.Output}");

            // The same from the address of the trunk is answered: it was the door that kept silent.
            await using PeerProcess trunk = SippScanner.Start(run.Folder, port, method, "+33162000099", 1, 1, "127.0.0.1");
            Assert.NotEqual(0, await trunk.WaitAsync(Patience));
            Assert.Contains("from outside the trunks", daemon.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_connection_from_an_address_of_no_trunk_is_closed_without_a_word()
    {
        using var run = new AlertRun { VoiceServer = PhoneTown.VoiceServer };
        (PeerProcess daemon, int port) = await run.ServeAsync([new TrunkLine("operator", "sip:127.0.0.1:9") { ReservedChannels = 2 }]);
        await using (daemon)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(SippScanner.Stranger), 0));
            await socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            Assert.Equal(0, await TalkAsync(socket));
            Assert.True(daemon.Running, daemon.Output);
        }
    }

    // How many bytes came back before the connection was closed.
    private static async Task<int> TalkAsync(Socket socket)
    {
        try
        {
            await socket.SendAsync("OPTIONS sip:100@127.0.0.1 SIP/2.0\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
            return await socket.ReceiveAsync(new byte[1], TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TimeProvider.System);
        }
        catch (SocketException reset) when (reset.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown)
        {
            return 0;
        }
    }
}
