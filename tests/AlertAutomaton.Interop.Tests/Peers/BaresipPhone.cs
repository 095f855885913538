using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AlertAutomaton.Interop.Tests.Runs;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>baresip as a resident's phone: answers by itself, records what it hears, presses keys when told to.</summary>
internal sealed class BaresipPhone : IAsyncDisposable
{
    private readonly PeerProcess _process;
    private readonly string _folder;
    private readonly int _controlPort;

    private BaresipPhone(PeerProcess process, string folder, int port, int controlPort)
    {
        _process = process;
        _folder = folder;
        _controlPort = controlPort;
        Port = port;
    }

    public int Port { get; }

    public string Output => _process.Output;

    /// <param name="number">Its number.</param>
    /// <param name="folder">Where its files go.</param>
    /// <param name="transport">How it calls: <c>udp</c> or <c>tcp</c>.</param>
    public static async Task<BaresipPhone> StartAsync(string number, string folder, string transport = "udp")
    {
        string baresip = PeerProgram.Require("baresip");
        int port = FreePorts.Next(2);
        int control = FreePorts.Next();
        Directory.CreateDirectory(folder);
        // baresip hangs up where its room ends.
        ToneFile.Write(Path.Combine(folder, "room.wav"), 300, TimeSpan.FromMinutes(3));
        string modules = Directory.Exists("/usr/lib/baresip/modules") ? "/usr/lib/baresip/modules" : "/usr/lib/x86_64-linux-gnu/baresip/modules";
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Baresip", "config"))
            .Replace("SIP_PORT", Number(port), StringComparison.Ordinal)
            .Replace("CONTROL_PORT", Number(control), StringComparison.Ordinal)
            .Replace("RTP_PORTS", "26000-26999", StringComparison.Ordinal)
            .Replace("MODULES", modules, StringComparison.Ordinal)
            .Replace("FOLDER", folder, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "config"), text);
        File.WriteAllText(
            Path.Combine(folder, "accounts"), $"<sip:{number}@127.0.0.1:{port};transport={transport}>;regint=0;answermode=auto;audio_codecs=pcma\n");
        File.WriteAllText(Path.Combine(folder, "contacts"), "");
        PeerProcess process = PeerProcess.Start(baresip, ["-f", folder, "-v"], folder);
        await LoopbackPorts.WaitForAsync(port, process, TimeSpan.FromSeconds(10));
        return new BaresipPhone(process, folder, port, control);
    }

    /// <summary>Waits until the phone says that a call stands.</summary>
    public async Task WaitForCallAsync(TimeSpan atMost)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        long start = TimeProvider.System.GetTimestamp();
        while (!Output.Contains("Call established", StringComparison.Ordinal))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < atMost, "no call reached baresip:\n" + Output);
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until its loudspeaker has played so much of a tone in one call.</summary>
    public async Task WaitForToneAsync(double hertz, TimeSpan length, TimeSpan atMost)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        long start = TimeProvider.System.GetTimestamp();
        while (!HeardFiles().Any(file => HeardTone.Length(file, hertz) >= length))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < atMost, $"baresip did not hear {hertz} Hz:\n{Output}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Presses a key.</summary>
    public Task PressAsync(char key) => CommandAsync("sndcode", key.ToString());

    /// <summary>Calls somebody.</summary>
    /// <param name="address">A SIP URI.</param>
    public Task DialAsync(string address) => CommandAsync("dial", address);

    /// <summary>What the phone's loudspeaker played in its calls, as the WAV files that baresip itself wrote.</summary>
    public IReadOnlyList<string> HeardFiles() => Directory.GetFiles(_folder, "dump-*-dec.wav");

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    // Through the phone's control port, as a JSON netstring.
    private async Task CommandAsync(string name, string parameters)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _controlPort, TestContext.Current.CancellationToken);
        string command = $$"""{"command":"{{name}}","params":"{{parameters}}","token":"test"}""";
        await socket.SendAsync(Encoding.ASCII.GetBytes($"{command.Length}:{command},"), TestContext.Current.CancellationToken);

        // What happens in the phone is told on the same connection, before or after the answer.
        byte[] part = new byte[2048];
        var told = new StringBuilder();
        int length;
        do
        {
            length = await socket.ReceiveAsync(part, TestContext.Current.CancellationToken);
            told.Append(Encoding.ASCII.GetString(part, 0, length));
        }
        while (length > 0 && !told.ToString().Contains("\"ok\":", StringComparison.Ordinal));
        Assert.Contains("\"ok\":true", told.ToString(), StringComparison.Ordinal);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
