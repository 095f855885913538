using System.Runtime.CompilerServices;
using AlertAutomaton.Channels.Email;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Hosting.Mapping;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.CommandLine.Checks;

/// <summary>Does the mail relay let this service in? Nothing is sent.</summary>
internal sealed class MailCheck(TimeProvider time) : ICheck
{
    public async IAsyncEnumerable<CheckLine> RunAsync(DaemonOptions options, OperatorTexts texts, [EnumeratorCancellation] CancellationToken cancel)
    {
        var area = texts["check.mail"];
        if (options.Mail.Host.Length == 0)
        {
            yield break;
        }

        foreach (var relay in MailMapping.Map(options.Mail, options.Organisation.Name, linkBase: null).Relays)
        {
            var answer = await MailRelayProbe.TryAsync(relay, time, cancel);
            yield return answer == MailRelayAnswer.Ready
                ? new CheckLine(area, CheckStatus.Ok, texts.Format("check.mail.ok", relay.Host))
                : new CheckLine(area, CheckStatus.Fail, texts.Format("check.mail.fail", relay.Host, new TextKey($"check.mail.{answer}")), texts["check.mail.mend"]);
        }
    }
}
