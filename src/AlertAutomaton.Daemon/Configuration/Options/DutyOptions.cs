using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Who is phoned when something needs a person, and how the machine tells its own troubles (docs/voice-server.md).</summary>
internal sealed record DutyOptions
{
    /// <summary>Weekday on which the people of a week take over.</summary>
    [Allowed("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")]
    public string HandOverDay { get; init; } = "Monday";

    /// <summary>When on that day, by the clocks of Organisation.TimeZone.</summary>
    public string HandOverTime { get; init; } = "08:00";

    /// <summary>People on duty by calendar week; without people here, in Blocks or in Reserve nobody is phoned.</summary>
    public IReadOnlyList<DutyWeekOptions> Weeks { get; init; } = [];

    /// <summary>What is the same every week; goes before the people of the week.</summary>
    public IReadOnlyList<DutyBlockOptions> Blocks { get; init; } = [];

    /// <summary>Other people for a time: leave, holidays, an exchange.</summary>
    public IReadOnlyList<DutyExceptionOptions> Exceptions { get; init; } = [];

    /// <summary>Numbers of the operators who are phoned last, always.</summary>
    public IReadOnlyList<string> Reserve { get; init; } = [];

    /// <summary>When the day begins: before it nobody is phoned for what can wait.</summary>
    public string DayBegins { get; init; } = "07:00";

    /// <summary>When the day ends; later than it begins.</summary>
    public string DayEnds { get; init; } = "21:00";

    /// <summary>Seconds of the pause after everybody on the list was phoned; doubled every time.</summary>
    [Range(10, 3600)]
    public int FirstPauseSeconds { get; init; } = 60;

    /// <summary>Seconds of the longest such pause.</summary>
    [Range(10, 21_600)]
    public int LongestPauseSeconds { get; init; } = 900;

    /// <summary>Calls to people on duty in any hour; what can wait for the day takes half of them at most.</summary>
    [Range(2, 1000)]
    public int MostCallsPerHour { get; init; } = 40;

    /// <summary>Hours for which the same trouble phones nobody again after somebody took note of it.</summary>
    [Range(1, 720)]
    public int RememberTakenHours { get; init; } = 24;

    /// <summary>Seconds for which a request for a second person waits before people on duty are phoned.</summary>
    [Range(5, 86_400)]
    public int ApprovalWaitSeconds { get; init; } = 600;

    /// <summary>Mail addresses to which alarms go as well: the path that needs no phone.</summary>
    public IReadOnlyList<string> AlarmMails { get; init; } = [];

    /// <summary>Phone numbers (E.164) to which alarms go by text message as well.</summary>
    public IReadOnlyList<string> AlarmTexts { get; init; } = [];

    /// <summary>Parts of the machine whose trouble is to be judged in another way than the table of docs/voice-server.md does.</summary>
    public IReadOnlyList<DutyTroubleOptions> Troubles { get; init; } = [];

    /// <summary>Test calls that prove the chain of calls.</summary>
    public HeartbeatOptions Heartbeat { get; init; } = new();
}
