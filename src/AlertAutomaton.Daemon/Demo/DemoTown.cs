using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Lab.Town;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Daemon.Demo;

/// <summary>The invented town of the demonstration: its configuration, its policy and its alert.</summary>
internal static class DemoTown
{
    private const string Name = "Valbourg";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly string[] Languages = ["fr", "en"];

    /// <summary>The ladder of a real alert with waits of seconds in place of minutes, so that the end can be watched.</summary>
    public static DeliveryPolicy Policy { get; } = new()
    {
        Name = "demo",
        NumberFloor = TimeSpan.FromSeconds(2),
        NetworkBackOff = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)],
        Lanes =
        [
            new DeliveryLane
            {
                Channel = ChannelKind.Voice,
                Passes = 1,
                TriesPerPoint = 2,
                BusyTriesPerPoint = 2,
                BusyDelay = TimeSpan.FromSeconds(3),
                NoAnswerDelay = TimeSpan.FromSeconds(3),
                MaximumPerPoint = 3,
                Voicemail = VoicemailMode.OncePerPoint,
            },
        ],
    };

    /// <param name="dataDirectory">Where the demonstration keeps its journal.</param>
    /// <param name="prompts">The shipped prompts, whose recordings speak the town's name.</param>
    /// <param name="trunkUri">The lab's trunk.</param>
    /// <param name="channels">Its channels.</param>
    /// <param name="callsPerSecond">New calls per second.</param>
    public static DaemonOptions Configuration(string dataDirectory, string prompts, string trunkUri, int channels, double callsPerSecond) => new()
    {
        DataDirectory = dataDirectory,
        Organisation = new OrganisationOptions
        {
            Name = Name,
            SpokenRecordings = Languages.ToDictionary(
                language => language, language => Path.Combine(prompts, language, PromptNames.SampleOrganisation + ".wav"), StringComparer.OrdinalIgnoreCase),
        },
        Http = new HttpOptions { Urls = ["http://127.0.0.1:0"] },
        Sip = new SipOptions
        {
            Listen = ["udp:127.0.0.1:0"],
            Trunks =
            [
                new SipTrunkOptions { Name = "lab", Uri = trunkUri, CallerId = "+33162000000", Channels = channels, CallsPerSecond = callsPerSecond },
            ],
        },
        Calls = new CallOptions { RingSeconds = 6, Rounds = 1 },
        Speech = new SpeechOptions { PromptsDirectory = prompts, Synthesizers = [] },
    };

    /// <summary>What the town's own rates let expect of its calls.</summary>
    /// <param name="households">The town.</param>
    /// <param name="prompts">The shipped prompts.</param>
    /// <param name="options">The demonstration's configuration.</param>
    /// <param name="times">How long its people take.</param>
    public static IReadOnlyList<IReadOnlyList<AssumedCall>> Calls(
        IEnumerable<TownHousehold> households, string prompts, DaemonOptions options, PhoneTimes times)
    {
        var terms = new DeliveryTerms { Policy = Policy, LaunchedAt = DateTimeOffset.UnixEpoch, ExpiresAt = DateTimeOffset.UnixEpoch + Lifetime };
        return new DemoCalls(PromptCatalogue.Load(prompts), Languages[0], times).Of(households, terms, TimeSpan.FromSeconds(options.Calls.RingSeconds));
    }

    /// <summary>The sample alert: an exercise with the shipped recordings.</summary>
    public static LaunchAlertRequest Order(IEnumerable<TownHousehold> households, string title) => new()
    {
        Title = title,
        Kind = "exercise",
        Policy = Policy.Name,
        LifetimeSeconds = (int)Lifetime.TotalSeconds,
        Messages =
        [
            new AlertMessage { Language = "fr", Prompt = PromptNames.SampleFloodMessage },
            new AlertMessage { Language = "en", Prompt = PromptNames.SampleFloodMessage },
        ],
        Recipients =
        [
            .. households.Select(household => new AlertRecipient
            {
                Name = household.Name,
                Language = household.Language,
                Phones = [.. new[] { household.Mobile, household.Landline }.OfType<string>()],
                Vulnerable = household.Vulnerable,
                Groups = [household.Group],
                Address = household.Address,
            }),
        ],
    };
}
