using System.Runtime.Versioning;
using System.Text.Json;
using AlertAutomaton.Daemon.Tests.EndToEnd.ThreeChannels;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>The service as a process with trunk, gateway, relay and links, and one order sent to it as an administrator does.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ThreeChannelRun(SippTrunk trunk, NodeSmsc smsc, PostfixRelay postfix, string folder)
{
    /// <summary>The channel of each lane of its policy.</summary>
    public static readonly IReadOnlyList<string> Channels = ["sms", "email", "voice", "voice"];

    private const string Gateway = "gateway";
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(60);
    private readonly int _httpPort = FreePorts.Next();
    private readonly int _linkPort = FreePorts.Next();

    public int TrunkChannels { get; init; } = 60;

    public int CallsPerSecond { get; init; } = 40;

    /// <summary>Sends, waits for the end, and stops the service.</summary>
    /// <param name="homes">Whom.</param>
    /// <param name="atMost">How long it may take.</param>
    /// <returns>What the command printed.</returns>
    public async Task<AlertSummary> SendAsync(IReadOnlyList<TownHome> homes, TimeSpan atMost)
    {
        string configuration = Path.Combine(folder, "alertautomaton.json");
        await File.WriteAllTextAsync(configuration, Configuration(), TestContext.Current.CancellationToken);
        string contacts = Path.Combine(folder, "contacts.csv");
        PeerTown.Write(homes, contacts);
        string recording = Path.Combine(folder, "message.wav");
        ToneFile.Write(recording, 440, TimeSpan.FromSeconds(1));
        string program = Path.Combine(AppContext.BaseDirectory, "alertautomaton");

        // The service trusts the relay's authority as it trusts those of its machine.
        var trust = new Dictionary<string, string>(StringComparer.Ordinal) { ["SSL_CERT_FILE"] = postfix.AuthorityFile };
        await using PeerProcess service = PeerProcess.Start(program, ["run", "--config", configuration], folder, environment: trust);
        await LoopbackPorts.WaitForAsync(_httpPort, service, Start);
        await smsc.WaitAsync("bind", 1);
        await using PeerProcess send = PeerProcess.Start(
            program,
            [
                "send", "--config", configuration, "--url", $"http://127.0.0.1:{_httpPort}", "--contacts", contacts, "--recording", "fr=" + recording, "--sms-text", "fr=L'eau monte.",
                "--kind", "test", "--policy", "ways", "--wait", "--json",
            ],
            folder);
        int exit = await send.WaitAsync(atMost);
        Assert.True(exit == 0, $"send ended with {exit}:\n{send.Output}\n{service.Output}");
        return AlertSummary.Parse(send.Output);
    }

    private string Configuration() => JsonSerializer.Serialize(new
    {
        DataDirectory = Path.Combine(folder, "data"),
        Organisation = new { Name = "Mairie" },
        Http = new { Urls = new[] { $"http://127.0.0.1:{_httpPort}" } },
        Links = new { BaseUrl = $"http://127.0.0.1:{_linkPort}", Urls = new[] { $"http://127.0.0.1:{_linkPort}" } },
        Calls = new { RingSeconds = 10, Rounds = 1 },
        Speech = new { Synthesizers = Array.Empty<object>() },
        Sip = new
        {
            Listen = new[] { "udp:127.0.0.1:0" },
            RtpPorts = "20000-24999",
            Trunks = new[]
            {
                new { Name = "operator", Uri = $"sip:127.0.0.1:{trunk.Port}", CallerId = "+33162000000", Channels = TrunkChannels, CallsPerSecond, ProbeSeconds = 0, Codecs = new[] { "PCMA" } },
            },
        },
        Smpp = new
        {
            Gateways = new[]
            {
                new
                {
                    Name = Gateway, Host = "127.0.0.1", smsc.Port, NodeSmsc.SystemId, NodeSmsc.Password, Sender = "36000", Window = 50, MessagesPerSecond = 200,
                    UnknownNumberErrors = new[] { "001" },
                },
            },
        },
        Mail = new
        {
            Host = "localhost", postfix.Port, Security = "StartTls", Username = PostfixRelay.User, PostfixRelay.Password, From = "alerte@mairie.example.org",
            BounceDirectory = postfix.Maildir("alerte"), MailsPerSecond = 50,
        },
        Policies = new[]
        {
            new
            {
                Name = "ways", AnswerWaitSeconds = 10, NumberFloorSeconds = 2, NetworkBackOffSeconds = new[] { 1, 2 },
                Lanes = new object[]
                {
                    new { Channel = "Sms", Passes = 1 }, new { Channel = "Email", Passes = 1 },
                    new { Channel = "Voice", Lines = "Landline", Passes = 1, BusyTriesPerPoint = 2, BusyDelaySeconds = 3, MaximumPerPoint = 3 },
                    new { Channel = "Voice", Lines = "Mobile", StartAfterSeconds = 5, Passes = 1, BusyTriesPerPoint = 2, BusyDelaySeconds = 3, MaximumPerPoint = 3 },
                },
            },
        },
    });
}
