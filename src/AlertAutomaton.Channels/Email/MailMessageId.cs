using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Channels.Email;

/// <summary>The Message-ID of an attempt, <c>&lt;attempt@domain&gt;</c> (RFC 5322 §3.6.4), and the way back.</summary>
internal static class MailMessageId
{
    private const int IdLength = 36;

    public static string Of(AttemptId attempt, string domain) => $"<{attempt}@{domain}>";

    /// <summary>Finds the attempt in the first Message-ID of ours.</summary>
    /// <param name="text">A header's value, with whatever stands around the id.</param>
    /// <param name="domain">Our domain; its case does not matter.</param>
    /// <param name="attempt">The attempt.</param>
    public static bool TryFind(string? text, string domain, out AttemptId attempt)
    {
        attempt = default;
        string mark = "@" + domain;
        for (int from = 0; text is not null && text.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase) is var at && at >= 0; from = at + 1)
        {
            int end = at + mark.Length;
            bool whole = end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-');
            if (whole && at >= IdLength && AttemptId.TryParse(text[(at - IdLength)..at], out attempt))
            {
                return true;
            }
        }

        attempt = default;
        return false;
    }
}
