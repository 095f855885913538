using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>
/// Kannel's own test SMSC, <c>drive_smpp</c>: knows transmitter and receiver only, gives no message ids, and ends when a session of its client
/// ends. It wants to speak to a smsbox at a fixed port; a socket that listens there and says nothing is enough.
/// </summary>
internal sealed class KannelTestSmsc : IAsyncDisposable
{
    private const string Program = "/usr/lib/kannel/test/drive_smpp";
    private const int SmsboxPort = 13001;
    private readonly PeerProcess _process;
    private readonly Socket _smsbox;

    private KannelTestSmsc(PeerProcess process, Socket smsbox, int port)
    {
        (_process, _smsbox, Port) = (process, smsbox, port);
    }

    public int Port { get; }

    public string Output => _process.Output;

    /// <summary>Starts it.</summary>
    /// <param name="deliveries">How many messages it delivers to the client, each followed by an enquire_link.</param>
    /// <param name="folder">Where it runs.</param>
    public static async Task<KannelTestSmsc> StartAsync(int deliveries, string folder)
    {
        Assert.SkipUnless(File.Exists(Program), "drive_smpp (kannel-extras) is not installed");
        var smsbox = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        smsbox.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        try
        {
            smsbox.Bind(new IPEndPoint(IPAddress.Loopback, SmsboxPort));
            smsbox.Listen();
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            Assert.Skip($"port {SmsboxPort} is taken, and drive_smpp knows no other");
        }

        int port = FreePorts.Next();
        PeerProcess process = PeerProcess.Start(
            Program, ["-v", "0", "-p", port.ToString(CultureInfo.InvariantCulture), "-m", deliveries.ToString(CultureInfo.InvariantCulture)], folder);
        await LoopbackPorts.WaitForAsync(port, process, TimeSpan.FromSeconds(60));
        return new KannelTestSmsc(process, smsbox, port);
    }

    /// <summary>Waits until it has said something.</summary>
    public async Task WaitAsync(string words)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        long start = TimeProvider.System.GetTimestamp();
        while (!Output.Contains(words, StringComparison.Ordinal))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(60), $"it did not say \"{words}\":\n{Output}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _smsbox.Dispose();
    }
}
