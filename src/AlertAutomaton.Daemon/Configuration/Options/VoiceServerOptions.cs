using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Who may phone in: the numbers that are answered, and how (docs/voice-server.md).</summary>
internal sealed record VoiceServerOptions
{
    /// <summary>Numbers that are answered; without one no call is. Keep channels for them with ReservedChannels of the trunk.</summary>
    public IReadOnlyList<VoiceLineOptions> Lines { get; init; } = [];

    /// <summary>Callers at once; whoever comes then hears that all lines are busy.</summary>
    [Range(1, 1000)]
    public int MostCallers { get; init; } = 60;

    /// <summary>Places of these that residents cannot take; fewer than MostCallers.</summary>
    [Range(0, 999)]
    public int PlacesForOperators { get; init; } = 4;

    /// <summary>Seconds that a key is waited for after a question.</summary>
    [Range(2, 30)]
    public int KeyWaitSeconds { get; init; } = 6;

    /// <summary>Seconds that the next digit of a number is waited for.</summary>
    [Range(2, 30)]
    public int DigitWaitSeconds { get; init; } = 5;

    /// <summary>Minutes after which a call in ends.</summary>
    [Range(5, 240)]
    public int LongestCallMinutes { get; init; } = 30;

    /// <summary>True: operators launch, steer and approve only on a call that this service placed to their registered number.</summary>
    public bool CallBackToLaunch { get; init; }

    /// <summary>Policy with which a recording is launched to a group.</summary>
    public string RecordingPolicy { get; init; } = "alert";

    /// <summary>Minutes in which calls of such an alert may be begun.</summary>
    [Range(1, 43_200)]
    public int RecordingLifetimeMinutes { get; init; } = 240;

    /// <summary>Seconds of the longest recording.</summary>
    [Range(10, 600)]
    public int LongestRecordingSeconds { get; init; } = 120;

    /// <summary>True: a real launch of a recording needs a second person, who is called. Scenarios say it for themselves.</summary>
    public bool TwoPeopleForRecordings { get; init; }

    /// <summary>Minutes after which a vital recording leaves without the second person; 0: never.</summary>
    [Range(0, 1440)]
    public int OverrideForRecordingsMinutes { get; init; }

    /// <summary>Wrong PINs in a row after which an operator number is locked.</summary>
    [Range(3, 20)]
    public int PinFailuresToLock { get; init; } = 5;

    /// <summary>Minutes of the first lock; each further one is twice as long, up to a day.</summary>
    [Range(1, 1440)]
    public int PinLockMinutes { get; init; } = 15;

    /// <summary>Wrong PINs in an hour, over all operator numbers, after which nobody gets in from that kind of line.</summary>
    [Range(10, 1000)]
    public int PinFailuresPerHour { get; init; } = 60;

    /// <summary>What residents hear for whom there is no alert, per language.</summary>
    public IReadOnlyDictionary<string, string> Announcements { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
