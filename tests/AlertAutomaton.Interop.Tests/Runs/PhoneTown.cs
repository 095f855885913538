using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AlertAutomaton.Interop.Tests.Peers;

namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>The service with an operators' and a residents' line, one operator who may launch, and one scenario (an exercise for a few homes).</summary>
internal sealed partial class PhoneTown : IAsyncDisposable
{
    public const string OperatorsLine = "+33162000001";
    public const string ResidentsLine = "+33162000002";
    public const string DutyOfficer = "+33639980042";
    public const string Number = "2042";

    // So long that no chance puts it into a log.
    public const string Pin = "7392640583";
    public const int Homes = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly AlertRun _run;
    private readonly PeerProcess _daemon;
    private readonly int _sipPort;

    private PhoneTown(AlertRun run, PeerProcess daemon, int sipPort)
    {
        _run = run;
        _daemon = daemon;
        _sipPort = sipPort;
    }

    /// <summary>The section <c>VoiceServer</c> of such a town: patient with keys, because what SIPp types waits for no question, and soon tired of guesses.</summary>
    public static object VoiceServer { get; } = new
    {
        Lines = new[]
        {
            new { Number = OperatorsLine, Audience = "Operators", Language = "fr" },
            new { Number = ResidentsLine, Audience = "Residents", Language = "fr" },
        },
        MostCallers = 120,
        DigitWaitSeconds = 15,
        KeyWaitSeconds = 15,
        PinFailuresPerHour = 12,
    };

    /// <summary>Where the service listens for SIP.</summary>
    public int SipPort => _sipPort;

    public string Log => _daemon.Output;

    public int LetIn => CameIn().Count(Log);

    public int NotLetIn => Refused().Count(Log);

    /// <summary>Starts the service alone: nobody may command by phone, and nothing is prepared.</summary>
    public static async Task<PhoneTown> StartEmptyAsync(AlertRun run, TrunkLine trunk)
    {
        (PeerProcess daemon, int port) = await run.ServeAsync([trunk]);
        return new PhoneTown(run, daemon, port);
    }

    /// <param name="run">Its folder and configuration.</param>
    /// <param name="trunk">Where households are called, and whence people call.</param>
    /// <param name="homes">How many homes there are.</param>
    public static async Task<PhoneTown> StartAsync(AlertRun run, TrunkLine trunk, int homes = Homes)
    {
        PhoneTown town = await StartEmptyAsync(run, trunk);
        await File.WriteAllLinesAsync(
            Path.Combine(run.Folder, "homes.csv"), ["name,mobile,language", .. Enumerable.Range(1, homes).Select(home => $"Foyer {home},063998000{home},fr")]);
        string scenarios = Path.Combine(run.Folder, "scenarios.json");
        await File.WriteAllTextAsync(scenarios, """
            { "groups": [ { "number": 3, "name": "Rive droite", "contacts": "homes.csv" } ],
              "scenarios": [ { "number": 12, "names": [ { "language": "fr", "written": "Inondation", "spoken": "inondation" } ], "kinds": [ "exercise" ],
                "messages": [ { "language": "fr", "prompt": "sample-flood-message" } ], "groups": [ "Rive droite" ] } ] }
            """);
        await run.CommandAsync(null, "scenarios", "import", scenarios);
        await town.AddOperatorAsync(Number, DutyOfficer);
        return town;
    }

    /// <summary>Adds an operator with the usual PIN.</summary>
    public async Task AddOperatorAsync(string number, string phone)
    {
        await _run.CommandAsync(null, "operators", "add", number, "--name", "Operator " + number, "--phone", phone, "--may-launch");
        await _run.CommandAsync(Pin, "operators", "pin", number);
    }

    public PeerProcess Call(string keys, IReadOnlyList<string> callers, int calls = 1, string transport = "u1", KeysBy by = KeysBy.Event) =>
        SippCaller.Start(_run.Folder, _sipPort, OperatorsLine, keys, callers, calls, transport, by);

    public Task<string> CommandAsync(params IReadOnlyList<string> arguments) => _run.CommandAsync(null, arguments);

    /// <summary>The one alert there is, as the command shows it.</summary>
    public async Task<JsonElement> OnlyAlertAsync()
    {
        using JsonDocument listed = JsonDocument.Parse(await CommandAsync("alerts", "list"));
        return Assert.Single(listed.RootElement.GetProperty("items").EnumerateArray()).Clone();
    }

    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        long start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"not yet {what}:\n{Log}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Ends the service, and asserts that neither its log, nor the SIP trace, nor any other file of it shows what was typed.</summary>
    public async Task AssertNothingTypedIsWrittenAsync(params IReadOnlyList<string> secrets)
    {
        await _daemon.EndAsync();
        string trace = await File.ReadAllTextAsync(_run.Trace, TestContext.Current.CancellationToken);
        Assert.Contains("INVITE sip:", trace, StringComparison.Ordinal);
        Assert.DoesNotMatch(Signal(), trace);
        foreach (string file in _run.FilesOfTheService())
        {
            byte[] bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            foreach (string secret in secrets)
            {
                Assert.False(Holds(bytes, secret), $"{file} shows a PIN");
            }
        }

        Assert.All(secrets, secret => Assert.DoesNotContain(secret, Log, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => _daemon.DisposeAsync();

    private static bool Holds(ReadOnlySpan<byte> bytes, string secret) =>
        bytes.IndexOf(Encoding.ASCII.GetBytes(secret)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(secret)) >= 0;

    [GeneratedRegex(@"Operator \S+ came in on call", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CameIn();

    [GeneratedRegex("Nobody was let in on call", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Refused();

    [GeneratedRegex(@"Signal=\s*[0-9*#]", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Signal();
}
