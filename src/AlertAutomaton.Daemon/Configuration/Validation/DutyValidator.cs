using System.Globalization;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Contacts;
using AlertAutomaton.Daemon.Hosting.Mapping;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks who is on duty when, how alarms are told, and the test calls. Whether the operators exist is known to <c>check</c> only.</summary>
internal sealed class DutyValidator : IAspectValidator
{
    private const string Path = "Duty";

    public void Validate(DaemonOptions options, ValidationReport report)
    {
        var duty = options.Duty;
        Roster(duty, report);
        Require(
            !DutyForms.TryTime(duty.DayBegins, out var begins) || !DutyForms.TryTime(duty.DayEnds, out var ends) || begins < ends, report, "duty-day", Path + ".DayEnds", duty.DayEnds, duty.DayBegins);
        Require(duty.FirstPauseSeconds <= duty.LongestPauseSeconds, report, "duty-pause", Path + ".LongestPauseSeconds", duty.LongestPauseSeconds, duty.FirstPauseSeconds);
        var parts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < duty.Troubles.Count; i++)
        {
            Require(parts.Add(duty.Troubles[i].Part), report, "duty-trouble-twice", At("Troubles", i, ".Part"), duty.Troubles[i].Part);
        }

        OtherPaths(options, report);
        Heartbeat(duty.Heartbeat, report);
        if ((DutyMapping.HasPeople(duty) || duty.Heartbeat.Number.Length > 0) && duty.AlarmMails.Count + duty.AlarmTexts.Count == 0)
        {
            report.Warning("duty-no-other-path", Path);
        }
    }

    private static void Roster(DutyOptions duty, ValidationReport report)
    {
        Time(duty.HandOverTime, report, Path + ".HandOverTime");
        Time(duty.DayBegins, report, Path + ".DayBegins");
        Time(duty.DayEnds, report, Path + ".DayEnds");
        People(duty.Reserve, report, Path + ".Reserve");
        var weeks = new HashSet<(int, int)>();
        for (var i = 0; i < duty.Weeks.Count; i++)
        {
            var week = duty.Weeks[i];
            var readable = DutyForms.TryWeek(week.Week, out var read);
            Require(readable, report, "duty-week", At("Weeks", i, ".Week"), week.Week);
            Require(!readable || weeks.Add(read), report, "duty-week-twice", At("Weeks", i, ".Week"), week.Week);
            People(week.Operators, report, At("Weeks", i, ".Operators"));
        }

        for (var i = 0; i < duty.Blocks.Count; i++)
        {
            Time(duty.Blocks[i].FromTime, report, At("Blocks", i, ".FromTime"));
            Time(duty.Blocks[i].UntilTime, report, At("Blocks", i, ".UntilTime"));
            People(duty.Blocks[i].Operators, report, At("Blocks", i, ".Operators"));
        }

        for (var i = 0; i < duty.Exceptions.Count; i++)
        {
            Exception(duty.Exceptions[i], report, i);
        }
    }

    private static void Exception(DutyExceptionOptions exception, ValidationReport report, int i)
    {
        var begins = DutyForms.TryMoment(exception.From, out var from);
        var ends = DutyForms.TryMoment(exception.Until, out var until);
        Require(begins, report, "duty-moment", At("Exceptions", i, ".From"), exception.From);
        Require(ends, report, "duty-moment", At("Exceptions", i, ".Until"), exception.Until);
        Require(!begins || !ends || from < until, report, "duty-exception-order", At("Exceptions", i, ".Until"), exception.Until, exception.From);
        Require(exception.Operators.Count > 0 || exception.Absent.Length > 0, report, "duty-exception-nobody", At("Exceptions", i, ""));
        Require(exception.StandIn.Length == 0 || exception.Absent.Length > 0, report, "duty-stand-in", At("Exceptions", i, ".StandIn"), exception.StandIn);
        People(exception.Operators, report, At("Exceptions", i, ".Operators"));
        Require(exception.Absent.Length == 0 || DutyForms.IsOperator(exception.Absent), report, "duty-operator", At("Exceptions", i, ".Absent"), exception.Absent);
        Require(exception.StandIn.Length == 0 || DutyForms.IsOperator(exception.StandIn), report, "duty-operator", At("Exceptions", i, ".StandIn"), exception.StandIn);
    }

    private static void OtherPaths(DaemonOptions options, ValidationReport report)
    {
        var duty = options.Duty;
        for (var i = 0; i < duty.AlarmMails.Count; i++)
        {
            Require(EmailAddressForm.IsSound(duty.AlarmMails[i]), report, "mail-address", At("AlarmMails", i, ""), duty.AlarmMails[i]);
        }

        for (var i = 0; i < duty.AlarmTexts.Count; i++)
        {
            Require(E164Number.TryParse(duty.AlarmTexts[i], out _), report, "voice-number", At("AlarmTexts", i, ""), duty.AlarmTexts[i]);
        }

        Require(duty.AlarmMails.Count == 0 || options.Mail.Host.Length > 0, report, "duty-no-relay", Path + ".AlarmMails");
        Require(duty.AlarmTexts.Count == 0 || options.Smpp.Gateways.Count > 0, report, "duty-no-gateway", Path + ".AlarmTexts");
    }

    private static void Heartbeat(HeartbeatOptions heartbeat, ValidationReport report)
    {
        const string At = Path + ".Heartbeat";
        Require(heartbeat.Number.Length == 0 || E164Number.TryParse(heartbeat.Number, out _), report, "voice-number", At + ".Number", heartbeat.Number);
        Require(heartbeat.RetrySeconds <= heartbeat.IntervalMinutes * 60, report, "duty-heartbeat-retry", At + ".RetrySeconds", heartbeat.RetrySeconds, heartbeat.IntervalMinutes);
        Require(heartbeat.LateMinutes > heartbeat.IntervalMinutes, report, "duty-heartbeat-late", At + ".LateMinutes", heartbeat.LateMinutes, heartbeat.IntervalMinutes);
        Require(
            heartbeat.LongestSkippingMinutes >= heartbeat.LateMinutes, report, "duty-heartbeat-skipping", At + ".LongestSkippingMinutes", heartbeat.LongestSkippingMinutes, heartbeat.LateMinutes);
    }

    private static void Time(string text, ValidationReport report, string path) => Require(DutyForms.TryTime(text, out _), report, "duty-time", path, text);

    private static void People(IReadOnlyList<string> numbers, ValidationReport report, string path)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            Require(DutyForms.IsOperator(numbers[i]), report, "duty-operator", string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), numbers[i]);
        }
    }

    private static string At(string list, int index, string member) => string.Create(CultureInfo.InvariantCulture, $"{Path}.{list}[{index}]{member}");

    private static void Require(bool sound, ValidationReport report, string code, string path, params IReadOnlyList<object> arguments)
    {
        if (!sound)
        {
            report.Error(code, path, arguments);
        }
    }
}
