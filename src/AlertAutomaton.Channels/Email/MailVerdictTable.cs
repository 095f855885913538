using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Channels.Email;

/// <summary>
/// The table submission → outcome. A refusal that is about us (login, sender, right to relay) must never be laid at an address's door,
/// because an invalid address is not tried again: where it is in doubt, it is the network's failure. Pure.
/// </summary>
internal static class MailVerdictTable
{
    /// <summary>Words by which relays say that they do not serve us; all seen before the content only.</summary>
    private static readonly string[] AboutUs = ["relay", "authenticat", "not authori", "sender", "not permitted", "login", "log in"];

    /// <summary>Judges.</summary>
    /// <param name="seen">What was seen.</param>
    /// <param name="login">Whether the relay takes our login, as asked after a refusal; null where there is none or it does not matter.</param>
    public static MailVerdict Judge(MailSubmission seen, bool? login = null) => seen.End switch
    {
        MailSubmissionEnd.Accepted => new(AttemptOutcome.Submitted, "250", MailRelayCondition.Working),
        MailSubmissionEnd.Refused => Refused(seen, login),
        MailSubmissionEnd.NotCarried => new(AttemptOutcome.Rejected, "the relay carries no such addresses (SMTPUTF8)", MailRelayCondition.Unknown),

        // The relay may have taken it: sending it again would double it (RFC 5321 §4.5.4.2 and RFC 1047).
        _ when seen.ContentSent => new(AttemptOutcome.Unknown, "no answer after the content", MailRelayCondition.Unknown),
        MailSubmissionEnd.Stopped => new(AttemptOutcome.NotSent, "stopped", MailRelayCondition.Unknown),
        MailSubmissionEnd.TimedOut => new(AttemptOutcome.Network, "no answer in time", MailRelayCondition.Unreachable),
        MailSubmissionEnd.NotSecure => new(AttemptOutcome.Network, "no secure connection", MailRelayCondition.Unreachable),
        _ => new(AttemptOutcome.Network, "no connection", MailRelayCondition.Unreachable),
    };

    /// <summary>Whether the answer can only be judged when it is known that the relay takes our login.</summary>
    public static bool NeedsLoginCheck(MailSubmission seen) => seen is { End: MailSubmissionEnd.Refused, Code: >= 500, ContentBegun: false };

    /// <summary>What a permanent status says about an address or a mail; null when it says nothing.</summary>
    public static AttemptOutcome? PermanentOutcome(EnhancedStatus status) => (status.Subject, status.Detail) switch
    {
        (1, 7 or 8) => null, // the sender's address
        (1, _) => AttemptOutcome.InvalidNumber,
        (2, 0 or 1) => AttemptOutcome.InvalidNumber,
        (2, 2) => AttemptOutcome.Expired,
        (4, _) => AttemptOutcome.Expired,
        (2 or 3 or 6 or 7, _) => AttemptOutcome.Rejected,
        _ => null,
    };

    private static MailVerdict Refused(MailSubmission seen, bool? login)
    {
        bool enhanced = EnhancedStatus.TryFind(seen.Reply, out EnhancedStatus status) && status.Class == seen.Code / 100;
        string detail = enhanced ? $"{seen.Code} {status}" : $"{seen.Code}";
        if (IsAboutLogin(seen.Code, enhanced ? status : default) || login == false)
        {
            return new(AttemptOutcome.Network, detail + ", the relay may not take our login", MailRelayCondition.RefusesUs);
        }

        if (seen.Code < 500)
        {
            return new(AttemptOutcome.Network, detail, MailRelayCondition.Unknown);
        }

        if (!seen.ContentBegun && IsAboutUs(seen, enhanced ? status : default, login))
        {
            return new(AttemptOutcome.Network, detail + ", the relay does not serve us", MailRelayCondition.RefusesUs);
        }

        return new((enhanced ? PermanentOutcome(status) : null) ?? ByCode(seen), detail, MailRelayCondition.Unknown);
    }

    private static AttemptOutcome ByCode(MailSubmission seen) => seen switch
    {
        { Code: 552, ContentBegun: false } => AttemptOutcome.Expired,
        { Code: 550 or 551 or 553, ContentBegun: false } => AttemptOutcome.InvalidNumber,
        { Code: 552, Reply: var reply } when reply.Contains("full", StringComparison.OrdinalIgnoreCase) || reply.Contains("quota", StringComparison.OrdinalIgnoreCase) => AttemptOutcome.Expired,
        _ => AttemptOutcome.Rejected,
    };

    /// <summary>RFC 4954 §6: 530, 534, 535, 538, 454 4.7.0, and the statuses 7.8, 7.9, 7.11.</summary>
    private static bool IsAboutLogin(int code, EnhancedStatus status) =>
        code is 530 or 534 or 535 or 538 || (code == 454 && status.Subject == 7) || status is { Subject: 7, Detail: 8 or 9 or 11 };

    /// <summary>Protocol errors (50x, x.5.x), the sender's address, and refusals to relay.</summary>
    private static bool IsAboutUs(MailSubmission seen, EnhancedStatus status, bool? login) =>
        seen.Code is >= 500 and < 510
        || status is { Subject: 5 } or { Subject: 1, Detail: 7 or 8 }
        || (status.Subject == 7 && login is null)
        || Array.Exists(AboutUs, word => seen.Reply.Contains(word, StringComparison.OrdinalIgnoreCase));
}
