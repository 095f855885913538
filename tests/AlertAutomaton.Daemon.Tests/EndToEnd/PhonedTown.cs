using System.Globalization;
using System.Text.Json;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Daemon.Tests.CommandLine;
using AlertAutomaton.Lab.Assertions;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Sip.Resolution;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Telephony;
using AlertAutomaton.Telephony.Trunks;
using AlertAutomaton.VoiceServer.Tests.Loopback;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>A town whose daemon is phoned: its two lines, an operator with a PIN and a scenario, and the commands that make them.</summary>
internal static class PhonedTown
{
    public const string OperatorsLine = "+33162000001";
    public const string ResidentsLine = "+33162000002";
    public const string DutyOfficer = "+33639980042";
    public const string Mayor = "+33639980043";
    public const string Stranger = "+33639987777";
    public const string Presses1 = "+33639980150";
    public const string NeverAnswers = "+33639982001";
    public const string Pin = "739264";
    public const string DuressPin = "518306";
    public const string MayorsPin = "604917";

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly PromptCatalogue Prompts = PromptCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "voice-prompts"));

    /// <summary>What a story need not wait for.</summary>
    public static EngineExtras Impatient { get; } = new()
    {
        VoiceServer = voice => voice with { CancelTime = TimeSpan.FromSeconds(5), CallBackDelay = TimeSpan.Zero, BetweenApprovalRounds = TimeSpan.FromSeconds(1) },
    };

    /// <param name="voiceServer">Further members of the section, each with a comma behind.</param>
    /// <param name="numbers">One household per number.</param>
    public static async Task<TownFixture> StartAsync(string voiceServer, params IReadOnlyList<string> numbers)
    {
        var town = await TownFixture.StartAsync(numbers);
        var plain = await File.ReadAllTextAsync(town.Configuration);
        var answering = plain
            .Replace("\"Channels\": 10", "\"Channels\": 10, \"ReservedChannels\": 4", StringComparison.Ordinal)
            .Replace("\"Calls\":", $$"""
                "VoiceServer": { "KeyWaitSeconds": 20, "DigitWaitSeconds": 20, {{voiceServer}}
                  "Lines": [ { "Number": "{{OperatorsLine}}", "Audience": "Operators", "Language": "fr" }, { "Number": "{{ResidentsLine}}", "Language": "fr" } ] },
                "Calls":
                """, StringComparison.Ordinal);
        await File.WriteAllTextAsync(town.Configuration, answering);
        return town;
    }

    /// <summary>Scenario 12 for everybody in the contacts, and operator 1042 who may launch.</summary>
    /// <param name="town">The town; its daemon runs.</param>
    /// <param name="kinds">Kinds of the scenario, and further members behind a comma.</param>
    public static async Task PrepareAsync(TownFixture town, string kinds = """ "kinds": [ "exercise" ] """)
    {
        var scenarios = Path.Combine(town.Directory, "scenarios.json");
        await File.WriteAllTextAsync(scenarios, $$"""
            { "groups": [ { "number": 3, "name": "Rive droite", "contacts": "contacts.csv" } ],
              "scenarios": [ { "number": 12, "names": [ { "language": "fr", "written": "Inondation", "spoken": "inondation" } ], {{kinds}},
                "messages": [ { "language": "fr", "prompt": "sample-flood-message" } ], "groups": [ "Rive droite" ] } ] }
            """);
        await DoneAsync(town, null, "scenarios", "import", scenarios);
        await AddOperatorAsync(town, "1042", DutyOfficer, Pin + "\n", "--may-launch");
    }

    /// <summary>Operator 1043, who may approve and is called on a registered phone.</summary>
    public static Task AddMayorAsync(TownFixture town) => AddOperatorAsync(town, "1043", Mayor, MayorsPin + "\n", "--may-approve", "--role", "mayor");

    public static async Task AddOperatorAsync(TownFixture town, string number, string phone, string pins, params IReadOnlyList<string> more)
    {
        await DoneAsync(town, null, ["operators", "add", number, "--name", "Operator " + number, "--phone", phone, .. more]);
        await DoneAsync(town, pins, ["operators", "pin", number, .. pins.Count(letter => letter == '\n') > 1 ? ["--duress"] : Array.Empty<string>()]);
    }

    public static async Task<CommandRun> DoneAsync(TownFixture town, string? input, params IReadOnlyList<string> arguments)
    {
        var run = await CommandAsync(town, input, arguments);
        Assert.True(run.ExitCode == ExitCode.Success, run.Out + run.Error);
        return run;
    }

    public static Task<CommandRun> CommandAsync(TownFixture town, string? input, params IReadOnlyList<string> arguments) =>
        CommandRun.OfAsync([.. arguments, "--config", town.Configuration, "--json"], input);

    /// <summary>A phone of its own, with a number, that can call the daemon.</summary>
    public static async Task<TelephonyService> PhoneAsync(DaemonHost daemon, string number)
    {
        var trunk = new TrunkOptions
        {
            Name = "out", Uri = string.Create(CultureInfo.InvariantCulture, $"sip:{daemon.SipEndPoints[0]};transport=udp"), CallerId = number, CallsPerSecond = 10, ProbeInterval = TimeSpan.Zero,
        };
        var phone = new TelephonyService(
            new TelephonyOptions { Listen = ["udp:127.0.0.1:0"], FirstRtpPort = 31_000, LastRtpPort = 31_399, Trunks = [trunk] },
            new SipResolver(new SipResolverOptions(), new Random(1), TimeProvider.System, NullLogger.Instance),
            TimeProvider.System,
            NullLoggerFactory.Instance);
        await phone.StartAsync(CancellationToken.None);
        return phone;
    }

    /// <summary>An operator phones, comes in and types on.</summary>
    public static async Task<CallingPhone> ComeInAsync(TelephonyService line, string number, string pin, string keys)
    {
        var call = await CallingPhone.CallAsync(line, OperatorsLine);
        await call.ExpectAsync(Prompt(OperatorPromptNames.AskNumber));
        await call.TypeAsync($"{number}#{pin}#{keys}");
        return call;
    }

    /// <summary>Keys on a phone of the lab.</summary>
    public static async Task TypeAsync(LabCall call, string keys)
    {
        foreach (var key in keys)
        {
            await call.PressAsync(key);
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        }
    }

    /// <summary>Waits until the last alert is finished.</summary>
    public static async Task<JsonElement> FinishedAsync(DaemonHost daemon, TownFixture town)
    {
        using var api = new ApiClient(new Uri(daemon.Urls[0]), town);
        JsonElement alert = default;
        await Until.TrueAsync(
            async () => (await api.GetAsync("/api/v1/alerts")).Body.GetProperty("items") is var items
                && items.GetArrayLength() > 0 && (alert = items[0]).GetProperty("state").GetString() == "finished",
            Patience);
        return alert;
    }

    public static async Task<int> AlertsAsync(DaemonHost daemon, TownFixture town)
    {
        using var api = new ApiClient(new Uri(daemon.Urls[0]), town);
        return (await api.GetAsync("/api/v1/alerts")).Body.GetProperty("items").GetArrayLength();
    }

    public static PreparedPrompt Prompt(string name) => Prompts.Get("fr", name);
}
