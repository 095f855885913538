using System.Globalization;
using System.Text.RegularExpressions;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Lab.Witness;

namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>What SIPp, node-smpp and Postfix wrote down, in the form in which the judge takes it.</summary>
internal static partial class PeerEvidence
{
    /// <summary>Puts three logs together, by time.</summary>
    /// <param name="calls">The log of <c>Sipp/town.xml</c>.</param>
    /// <param name="texts">What <c>smsc.js</c> told.</param>
    /// <param name="mails">The mail log of Postfix.</param>
    public static IReadOnlyList<WitnessEntry> Of(IReadOnlyList<string> calls, IReadOnlyList<SmscEvent> texts, string mails) =>
        [.. calls.SelectMany(Call).Concat(texts.SelectMany(Text)).Concat(Mails(mails)).OrderBy(entry => entry.Time)];

    private static IEnumerable<WitnessEntry> Call(string line)
    {
        if (CallForm().Match(line) is not { Success: true } form)
        {
            yield break;
        }

        var time = DateTimeOffset.UnixEpoch.AddSeconds(double.Parse(form.Groups["time"].Value, CultureInfo.InvariantCulture));
        var entry = new WitnessEntry { Time = time, What = form.Groups["what"].Value, Callee = "+" + form.Groups["number"].Value, CallId = "" };
        yield return entry.What switch
        {
            "key1" => entry with { What = "key", Keys = "1" },
            "key2" => entry with { What = "key", Keys = "2" },

            // After a key the daemon hangs up when it has said its confirmation.
            "confirmed" => entry with { What = "heard", Keys = "1", Heard = ["acknowledged-by-the-end-of-the-call"] },
            _ => entry,
        };
    }

    private static IEnumerable<WitnessEntry> Text(SmscEvent told)
    {
        WitnessEntry Entry(string what, string? number) => new()
        {
            Time = DateTimeOffset.FromUnixTimeMilliseconds(told.At), What = what, Callee = "+" + number, CallId = told.Id ?? "", Text = told.Text,
        };
        return told.Event switch
        {
            "submit" => [Entry("submit", told.To)],
            "text" => [Entry("text", told.To)],
            "reply" => [Entry("reply", told.From)],
            "receipt" => [Entry("receipt", told.To) with { Text = $"id:{told.Id} stat:{told.State}" }],
            _ => [],
        };
    }

    // Reports that Postfix writes itself have its own name in their Message-ID.
    private static IEnumerable<WitnessEntry> Mails(string log) => MailForm().Matches(log)
        .Select(form => new WitnessEntry { Time = DateTimeOffset.UnixEpoch, What = "mail", Callee = "", CallId = form.Groups["id"].Value });

    [GeneratedRegex(@"(?<time>\d{9,}\.\d+)\s+(?<what>invite|key1|key2|confirmed|ended) (?<number>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CallForm();

    [GeneratedRegex(@"/cleanup\[\d+\]: \w+: message-id=<(?<id>[^>]+@mairie\.example\.org)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex MailForm();
}
