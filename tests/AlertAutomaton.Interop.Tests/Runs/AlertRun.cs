using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>
/// One alert sent by the real program, as a process, as an administrator would: a configuration file, a contacts file, a recording,
/// and <c>alertautomaton send … --wait --json</c>.
/// </summary>
internal sealed class AlertRun : IDisposable
{
    /// <summary>The tone that stands for the message.</summary>
    public const double MessageHertz = 440;

    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(60);
    private readonly int _sipPort = FreePorts.Next();
    private readonly int _httpPort = FreePorts.Next();

    public AlertRun()
    {
        Folder = Directory.CreateTempSubdirectory("alertautomaton-interop-").FullName;
    }

    public string Folder { get; }

    public double MessageSeconds { get; init; } = 3;

    /// <summary>Policy name, or the policy of the kind when null.</summary>
    public string? Policy { get; init; }

    /// <summary>The section <c>VoiceServer</c> of the configuration; null: nobody answers calls that come in, and SIP is not traced.</summary>
    public object? VoiceServer { get; init; }

    /// <summary>The section <c>Policies</c> of the configuration; null for none.</summary>
    public object? Policies { get; init; }

    /// <summary>What the service writes of every SIP message when there is a voice server.</summary>
    public string Trace => Path.Combine(Folder, "sip.trace");

    private string Data => Path.Combine(Folder, "data");

    public IReadOnlyList<string> MoreArguments { get; init; } = [];

    public async Task<AlertSummary> SendAsync(IReadOnlyList<TrunkLine> trunks, IReadOnlyList<string> numbers)
    {
        string configuration = WriteConfiguration(trunks);
        string[] arguments = [.. Order(numbers), "--config", configuration, "--wait", "--json"];
        await using PeerProcess process = PeerProcess.Start(Path.Combine(AppContext.BaseDirectory, "alertautomaton"), arguments, Folder);
        int exit = await process.WaitAsync(AtMost);
        Assert.True(exit == 0, $"send ended with {exit}:\n{process.Output}");
        return AlertSummary.Parse(process.Output);
    }

    /// <summary>Starts the service and waits until it says that it is ready.</summary>
    public async Task<(PeerProcess Process, int SipPort)> ServeAsync(IReadOnlyList<TrunkLine> trunks)
    {
        string configuration = WriteConfiguration(trunks);
        PeerProcess process = PeerProcess.Start(Path.Combine(AppContext.BaseDirectory, "alertautomaton"), ["run", "--config", configuration], Folder);
        await LoopbackPorts.WaitForAsync(_httpPort, process, Start);
        using var http = new HttpClient();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (!await IsReadyAsync(http))
        {
            Assert.True(process.Running, process.Output);
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        return (process, _sipPort);
    }

    /// <summary>Gives the order to the service that runs, and does not wait for its end.</summary>
    public Task LaunchAsync(IReadOnlyList<string> numbers) => CommandAsync(null, Order(numbers));

    /// <summary>Runs a command of the program against the service and gives what it said; it must succeed.</summary>
    /// <param name="input">Its standard input, one line; null for none.</param>
    /// <param name="arguments">The verb and what follows, without the configuration.</param>
    public async Task<string> CommandAsync(string? input, params IReadOnlyList<string> arguments)
    {
        await using PeerProcess process = PeerProcess.Start(
            Path.Combine(AppContext.BaseDirectory, "alertautomaton"), [.. arguments, "--config", Path.Combine(Folder, "alertautomaton.json"), "--json"], Folder);
        if (input is not null)
        {
            await process.WriteLineAsync(input);
        }

        int exit = await process.WaitAsync(AtMost);
        Assert.True(exit == 0, $"{arguments[0]} ended with {exit}:\n{process.Output}");
        return process.Output;
    }

    /// <summary>Gives the journal of an alert as the service exports it.</summary>
    public async Task<string> JournalAsync(string alert)
    {
        using var http = new HttpClient();
        string token = await File.ReadAllTextAsync(Path.Combine(Data, "api-token"), TestContext.Current.CancellationToken);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        return await http.GetStringAsync(new Uri($"http://127.0.0.1:{_httpPort}/api/v1/alerts/{alert}/journal"), TestContext.Current.CancellationToken);
    }

    /// <summary>Every file that the service wrote: all of its data directory, and the SIP trace.</summary>
    public IReadOnlyList<string> FilesOfTheService() => [Trace, .. Directory.GetFiles(Data, "*", SearchOption.AllDirectories)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string[] Order(IReadOnlyList<string> numbers)
    {
        string contacts = WriteContacts(numbers);
        string recording = Path.Combine(Folder, "message.wav");
        ToneFile.Write(recording, MessageHertz, TimeSpan.FromSeconds(MessageSeconds));
        return
        [
            "send", "--contacts", contacts, "--recording", "fr=" + recording, "--kind", "exercise", .. MoreArguments, .. Policy is null ? Array.Empty<string>() : ["--policy", Policy],
        ];
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using HttpResponseMessage answer = await http.GetAsync(new Uri($"http://127.0.0.1:{_httpPort}/health/ready"), TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private string WriteConfiguration(IReadOnlyList<TrunkLine> trunks)
    {
        string file = Path.Combine(Folder, "alertautomaton.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            DataDirectory = Data,
            Http = new { Urls = new[] { $"http://127.0.0.1:{_httpPort}" } },
            VoiceServer,
            Policies,
            Sip = new
            {
                Trace = VoiceServer is null ? null : Trace,
                Listen = new[] { $"udp:127.0.0.1:{_sipPort}", $"tcp:127.0.0.1:{_sipPort}" },
                RtpPorts = "20000-24999",
                Trunks = trunks.Select(trunk => new
                {
                    trunk.Name,
                    trunk.Uri,
                    trunk.Channels,
                    trunk.ReservedChannels,
                    trunk.CallsPerSecond,
                    trunk.Priority,
                    trunk.Register,
                    trunk.Username,
                    trunk.Password,
                    CallerId = "+33162000000",

                    // A scenario of SIPp knows one story; an OPTIONS in between would be a failed call to it.
                    ProbeSeconds = 0,
                    Codecs = new[] { "PCMA", "PCMU" },
                }),
            },
        }, WithoutNulls));
        return file;
    }

    private string WriteContacts(IReadOnlyList<string> numbers)
    {
        string file = Path.Combine(Folder, "contacts.csv");
        IEnumerable<string> rows = numbers.Select((number, row) => string.Create(CultureInfo.InvariantCulture, $"Foyer {row + 1},{number},fr"));
        File.WriteAllLines(file, ["name,mobile,language", .. rows]);
        return file;
    }
}
