using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>One ladder of a policy: attempts one after the other over the numbers that it admits.</summary>
internal sealed record PolicyLaneOptions
{
    /// <summary>How it reaches people: by a call, a text message, or a mail.</summary>
    [Allowed("Voice", "Sms", "Email")]
    public string Channel { get; init; } = "Voice";

    /// <summary>Whose numbers or addresses it uses: the household's own or those of its trusted person.</summary>
    [Allowed("Own", "Trusted")]
    public string Audience { get; init; } = "Own";

    /// <summary>Which numbers it calls.</summary>
    [Allowed("Any", "Mobile", "Landline")]
    public string Lines { get; init; } = "Any";

    /// <summary>True: only for vulnerable households.</summary>
    public bool OnlyVulnerable { get; init; }

    /// <summary>Only for households that have none of these.</summary>
    [Allowed("Voice", "Sms", "Email")]
    public IReadOnlyList<string> OnlyWithout { get; init; } = [];

    /// <summary>Only for households that have this; empty: for all.</summary>
    [Allowed("", "Voice", "Sms", "Email")]
    public string OnlyWith { get; init; } = "";

    /// <summary>Local hour of the event's day at which it begins instead, for example 08:30; empty: StartAfterSeconds counts.</summary>
    public string OnEventDayAt { get; init; } = "";

    /// <summary>Seconds after the launch at which it begins.</summary>
    [Range(0, 2_592_000)]
    public int StartAfterSeconds { get; init; }

    /// <summary>How many times it goes through all numbers; 0: until the lifetime ends or a limit is reached.</summary>
    [Range(0, 1000)]
    public int Passes { get; init; }

    /// <summary>Seconds between the end of a pass and the next one; the last repeats.</summary>
    [Range(0, 2_592_000)]
    public IReadOnlyList<double> PassDelaysSeconds { get; init; } = [300];

    /// <summary>Calls in a row to one number in one pass when nobody answers or the call is cut short.</summary>
    [Range(1, 1000)]
    public int TriesPerPoint { get; init; } = 1;

    /// <summary>Calls in a row to one number in one pass while it is busy.</summary>
    [Range(1, 1000)]
    public int BusyTriesPerPoint { get; init; } = 3;

    /// <summary>Most calls to one number over all passes, failures of the network not counted.</summary>
    [Range(1, 1000)]
    public int MaximumPerPoint { get; init; } = 12;

    /// <summary>Seconds before a busy number is called again.</summary>
    [Range(0, 86_400)]
    public int BusyDelaySeconds { get; init; } = 120;

    /// <summary>Seconds before a number that did not answer is called again.</summary>
    [Range(0, 86_400)]
    public int NoAnswerDelaySeconds { get; init; } = 180;

    /// <summary>Seconds before the household's next number is called.</summary>
    [Range(0, 86_400)]
    public int NextPointDelaySeconds { get; init; }

    /// <summary>When the message is left on a machine: never, the first time at each number, or in the last pass only.</summary>
    [Allowed("Never", "OncePerPoint", "LastPass")]
    public string Voicemail { get; init; } = "OncePerPoint";
}
