using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.VoiceServer.Duty;

namespace AlertAutomaton.Daemon.Hosting.Duty;

/// <summary>The configured ways by which alarms reach people without a phone call.</summary>
internal static class AlarmPaths
{
    public static IReadOnlyList<IAlarmPath> Of(DaemonOptions options, EngineTexts? texting, EngineMail? mailing, OperatorBook operators)
    {
        var paths = new List<IAlarmPath>();
        var mails = options.Duty.AlarmMails;
        if (mailing is not null && mails.Count > 0)
        {
            paths.Add(new MailAlarmPath((subject, text, ct) => mailing.SendAlarmAsync(mails, subject, text, options.Speech.Languages[0], ct)));
        }

        E164Number[] numbers = [.. options.Duty.AlarmTexts.Select(text => E164Number.TryParse(text, out var number) ? number : default).Where(number => !number.IsEmpty)];
        if (texting is not null && numbers.Length > 0)
        {
            paths.Add(new TextAlarmPath((said, notTo, ct) =>
                texting.SendAlarmAsync([.. numbers.Where(number => notTo is not { } who || operators.Of(who)?.RegisteredPhone != number)], said, ct)));
        }

        return paths;
    }
}
