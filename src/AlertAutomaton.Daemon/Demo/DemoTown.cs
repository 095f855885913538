using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Lab.Smsc;
using AlertAutomaton.Lab.Town;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Daemon.Demo;

/// <summary>The invented town of the demonstration: its configuration, its policy and its alert.</summary>
internal static class DemoTown
{
    private const string Name = "Valbourg";

    // What three minutes are in a real alert.
    private static readonly TimeSpan TextsFirst = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly string[] Languages = ["fr", "en"];

    /// <summary>The ladder of a real alert with waits of seconds in place of minutes, so that the end can be watched.</summary>
    public static DeliveryPolicy Policy { get; } = new()
    {
        Name = "demo",
        NumberFloor = TimeSpan.FromSeconds(2),
        NetworkBackOff = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)],
        AnswerWait = TimeSpan.FromSeconds(12),
        Lanes =
        [
            new DeliveryLane { Channel = ChannelKind.Sms, Passes = 1, MaximumPerPoint = 3 },
            new DeliveryLane { Channel = ChannelKind.Email, Passes = 1, MaximumPerPoint = 3 },
            Calls(LineFilter.Landline),
            Calls(LineFilter.Mobile) with { StartAfter = TextsFirst },
        ],
    };

    private static DeliveryLane Calls(LineFilter lines) => new()
    {
        Channel = ChannelKind.Voice,
        Lines = lines,
        Passes = 1,
        TriesPerPoint = 2,
        BusyTriesPerPoint = 2,
        BusyDelay = TimeSpan.FromSeconds(3),
        NoAnswerDelay = TimeSpan.FromSeconds(3),
        MaximumPerPoint = 3,
        Voicemail = VoicemailMode.OncePerPoint,
    };

    /// <param name="dataDirectory">Where the demonstration keeps its journal.</param>
    /// <param name="prompts">The shipped prompts, whose recordings speak the town's name.</param>
    /// <param name="lab">The lab's trunk, SMSC and mail server.</param>
    /// <param name="channels">Channels of the trunk.</param>
    /// <param name="callsPerSecond">New calls per second.</param>
    public static DaemonOptions Configuration(string dataDirectory, string prompts, DemoLab lab, int channels, double callsPerSecond) => new()
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
                new SipTrunkOptions { Name = "lab", Uri = lab.Town.TrunkUri, CallerId = "+33162000000", Channels = channels, CallsPerSecond = callsPerSecond },
            ],
        },
        Smpp = new SmppOptions
        {
            Gateways =
            [
                new SmppGatewayOptions
                {
                    Name = "lab-sms", Host = "127.0.0.1", Port = lab.Smsc.EndPoint.Port, SystemId = "town", Password = "lab", Sender = "36000", Window = 50, MessagesPerSecond = 200,
                },
            ],
        },
        Mail = new MailOptions
        {
            Host = "127.0.0.1", Port = lab.Mail.Port, Security = "None", From = "alerte@valbourg.example", BounceDirectory = lab.Bounces, MailsPerSecond = 50,
        },
        Links = new LinkPageOptions { BaseUrl = lab.LinkUrl, Urls = [lab.LinkUrl] },
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

    /// <summary>The share of the town's handsets that answer a text.</summary>
    public static double TextsAnswered(IReadOnlyList<TownHousehold> households)
    {
        var texted = households.Where(household => household.Mobile is not null).ToList();
        return texted.Count == 0 ? 0 : (double)texted.Count(household => TextRules.Of(household.Mobile!) is TextRule.Replies1 or TextRule.Replies2 or TextRule.RepliesYes or TextRule.RepliesHelp) / texted.Count;
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
            Message("fr"),
            Message("en"),
        ],
        Recipients =
        [
            .. households.Select(household => new AlertRecipient
            {
                Name = household.Name,
                Language = household.Language,
                Phones = [.. new[] { household.Mobile, household.Landline }.OfType<string>()],
                Email = household.Email,
                Vulnerable = household.Vulnerable,
                Groups = [household.Group],
                Address = household.Address,
            }),
        ],
    };

    // The recording is what is said; its words are what is written.
    private static AlertMessage Message(string language) => new()
    {
        Language = language,
        Prompt = PromptNames.SampleFloodMessage,
        Text = new OperatorTexts(System.Globalization.CultureInfo.GetCultureInfo(language))["demo.message"],
    };
}
