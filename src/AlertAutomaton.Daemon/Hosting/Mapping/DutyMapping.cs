using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Daemon.Configuration.Validation;
using ConfiguredDuty = AlertAutomaton.Daemon.Configuration.Options.DutyOptions;
using ConfiguredHeartbeat = AlertAutomaton.Daemon.Configuration.Options.HeartbeatOptions;
using ConfiguredTrouble = AlertAutomaton.Daemon.Configuration.Options.DutyTroubleOptions;

namespace AlertAutomaton.Daemon.Hosting.Mapping;

/// <summary>What the configuration, already validated, says about duty, alarms and test calls, as the engine takes it.</summary>
internal static class DutyMapping
{
    /// <summary>Whether somebody is ever on duty.</summary>
    public static bool HasPeople(ConfiguredDuty duty) => Numbers(duty).Any();

    /// <summary>Whether anything of it is set up.</summary>
    public static bool IsSetUp(ConfiguredDuty duty) => HasPeople(duty) || duty.Heartbeat.Number.Length > 0 || duty.AlarmMails.Count > 0 || duty.AlarmTexts.Count > 0;

    /// <summary>The numbers of all who are named in it, each once.</summary>
    public static IEnumerable<string> Numbers(ConfiguredDuty duty) => duty.Weeks.SelectMany(week => week.Operators)
        .Concat(duty.Blocks.SelectMany(block => block.Operators))
        .Concat(duty.Exceptions.SelectMany(exception => exception.Operators.Append(exception.Absent).Append(exception.StandIn)))
        .Concat(duty.Reserve)
        .Where(number => number.Length > 0)
        .Distinct(StringComparer.Ordinal);

    /// <param name="duty">The section.</param>
    /// <param name="zone">The clocks on the wall.</param>
    /// <param name="find">The operator who has a number; null: none has, and the roster goes on without that person.</param>
    public static DutyRoster Roster(ConfiguredDuty duty, TimeZoneInfo zone, Func<string, OperatorId?> find)
    {
        return new DutyRoster
        {
            Zone = zone,
            HandOver = TimeSpan.FromDays(((int)Enum.Parse<DayOfWeek>(duty.HandOverDay) + 6) % 7) + Time(duty.HandOverTime).ToTimeSpan(),
            Weeks = [.. duty.Weeks.Select(week => DutyForms.TryWeek(week.Week, out var read) ? new DutyWeek(read.Year, read.Week, People(week.Operators)) : null).OfType<DutyWeek>()],
            Blocks =
            [
                .. duty.Blocks.Select(block => new DutyBlock
                {
                    FromDay = Enum.Parse<DayOfWeek>(block.FromDay),
                    FromTime = Time(block.FromTime),
                    UntilDay = Enum.Parse<DayOfWeek>(block.UntilDay),
                    UntilTime = Time(block.UntilTime),
                    Operators = People(block.Operators),
                }),
            ],
            Exceptions =
            [
                .. duty.Exceptions.Select(exception => new DutyException
                {
                    From = Moment(exception.From),
                    Until = Moment(exception.Until),
                    Operators = People(exception.Operators),
                    Absent = exception.Absent.Length == 0 ? null : find(exception.Absent),
                    StandIn = exception.StandIn.Length == 0 ? null : find(exception.StandIn),
                }),
            ],
            Reserve = People(duty.Reserve),
        };

        IReadOnlyList<OperatorId> People(IReadOnlyList<string> numbers) => [.. numbers.Select(find).OfType<OperatorId>()];
    }

    public static DutyOptions Options(ConfiguredDuty duty) => new()
    {
        FirstPause = TimeSpan.FromSeconds(duty.FirstPauseSeconds),
        LongestPause = TimeSpan.FromSeconds(duty.LongestPauseSeconds),
        MostCallsPerHour = duty.MostCallsPerHour,
        DayBegins = Time(duty.DayBegins),
        DayEnds = Time(duty.DayEnds),
        RememberTaken = TimeSpan.FromHours(duty.RememberTakenHours),
    };

    public static HeartbeatOptions Heartbeat(ConfiguredHeartbeat heartbeat) => new()
    {
        Number = E164Number.TryParse(heartbeat.Number, out var number) ? number : null,
        Proof = Enum.Parse<HeartbeatProof>(heartbeat.Proof),
        Interval = TimeSpan.FromMinutes(heartbeat.IntervalMinutes),
        RetryAfter = TimeSpan.FromSeconds(heartbeat.RetrySeconds),
        FailuresToAlarm = heartbeat.FailuresToAlarm,
        LateAfter = TimeSpan.FromMinutes(heartbeat.LateMinutes),
        LongestSkipping = TimeSpan.FromMinutes(heartbeat.LongestSkippingMinutes),
        ListenFor = TimeSpan.FromSeconds(heartbeat.ListenSeconds),
        FirstAfter = TimeSpan.FromSeconds(heartbeat.FirstAfterSeconds),
    };

    /// <summary>The table of troubles with the rows that are configured in place of the usual ones.</summary>
    public static IReadOnlyList<SystemAlarmRule> Rules(IReadOnlyList<ConfiguredTrouble> troubles) =>
    [
        .. SystemAlarms.Table.Select(usual => troubles.FirstOrDefault(trouble => string.Equals(trouble.Part, usual.Component.ToString(), StringComparison.Ordinal)) is { } own ? Rule(usual, own) : usual),
    ];

    private static SystemAlarmRule Rule(SystemAlarmRule usual, ConfiguredTrouble own)
    {
        var rule = usual with { PhoneAfter = TimeSpan.FromSeconds(own.PhoneAfterSeconds) };
        DutySeverity? severity = own.When switch { "ByDay" => DutySeverity.ByDay, "Always" => DutySeverity.Urgent, "Never" => DutySeverity.Notice, _ => null };
        return severity is { } always ? rule with { Idle = always, DuringAlert = always } : rule;
    }

    private static TimeOnly Time(string text) => DutyForms.TryTime(text, out var time) ? time : throw new InvalidOperationException($"'{text}' was not validated.");

    private static DateTime Moment(string text) => DutyForms.TryMoment(text, out var moment) ? moment : throw new InvalidOperationException($"'{text}' was not validated.");
}
