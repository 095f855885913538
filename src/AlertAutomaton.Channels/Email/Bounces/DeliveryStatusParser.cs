using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Channels.Email.Bounces;

/// <summary>
/// Reads reports on mails: multipart/report with message/delivery-status (RFC 3464), and the free forms of older mailers, which return the
/// headers and say in words what happened. Pure; never throws. Anybody can send such a mail, so it counts only for an attempt whose
/// Message-ID it knows, and says nothing else.
/// </summary>
internal static class DeliveryStatusParser
{
    private const int MostRecipients = 50;

    /// <summary>Reads one mail.</summary>
    /// <param name="mail">The bytes as they were delivered; what lies beyond <see cref="MimeReader.LargestMail"/> is not looked at.</param>
    /// <param name="domain">The domain of our Message-IDs.</param>
    public static DeliveryStatus Parse(ReadOnlySpan<byte> mail, string domain)
    {
        IReadOnlyList<MimePart> parts = MimeReader.Read(mail);
        AttemptId? attempt = FindAttempt(parts, domain);
        (DeliveryAction action, EnhancedStatus status, int code) = Groups(parts);
        if (action == DeliveryAction.None && attempt is not null && IsBounce(parts[0].Headers))
        {
            (action, status, code) = InWords(parts);
        }

        if (action == DeliveryAction.Failed && status.Subject == 0 && code == 0)
        {
            // "Undefined" (RFC 3463 §3.1) and no diagnostic: some mailers say what happened only in words.
            (_, EnhancedStatus said, code) = InWords(parts);
            status = said.Class > 0 ? said : status;
        }

        return new DeliveryStatus(attempt, action, Report(action, status, code));
    }

    /// <summary>The report that follows from a status.</summary>
    internal static DeliveryReport? Report(DeliveryAction action, EnhancedStatus status, int code) => action switch
    {
        DeliveryAction.Delivered => new DeliveryReport(AttemptOutcome.Delivered, Detail("delivered", status, code)),
        DeliveryAction.Failed => new DeliveryReport(FailedOutcome(status, code), Detail("failed", status, code)),
        _ => null,
    };

    private static AttemptOutcome FailedOutcome(EnhancedStatus status, int code) => status.Class switch
    {
        // The last word on a passing trouble: it was tried until its time was over.
        4 => AttemptOutcome.Expired,
        5 when MailVerdictTable.PermanentOutcome(status) is { } known => known,
        5 when status is { Subject: 1 } => AttemptOutcome.Rejected,
        _ => code switch
        {
            550 or 551 or 553 => AttemptOutcome.InvalidNumber,
            552 => AttemptOutcome.Expired,
            >= 400 and < 500 => AttemptOutcome.Expired,
            >= 500 => AttemptOutcome.Rejected,
            _ => AttemptOutcome.Expired,
        },
    };

    private static string Detail(string action, EnhancedStatus status, int code) =>
        status.Class > 0 ? $"{action} {status}" : code > 0 ? $"{action} {code}" : action;

    /// <summary>The gravest action of all recipients: one mail has one.</summary>
    private static (DeliveryAction Action, EnhancedStatus Status, int Code) Groups(IReadOnlyList<MimePart> parts)
    {
        (DeliveryAction Action, EnhancedStatus Status, int Code) found = default;
        foreach (MimePart part in parts)
        {
            if (part.Type is not ("message/delivery-status" or "message/global-delivery-status"))
            {
                continue;
            }

            string[] lines = part.Content.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
            int position = 0;
            for (int group = 0; position < lines.Length && group < MostRecipients; group++)
            {
                MailHeaders fields = MailHeaders.Read(lines, ref position);
                DeliveryAction action = ActionOf(fields["Action"]);
                if (action != DeliveryAction.None && (found.Action == DeliveryAction.None || action == DeliveryAction.Failed))
                {
                    string? diagnostic = fields["Diagnostic-Code"];
                    bool known = EnhancedStatus.TryFind(fields["Status"], out EnhancedStatus status);
                    // A final 5.0.0 says less than what the far end wrote.
                    if ((!known || status is { Subject: 0 }) && EnhancedStatus.TryFind(diagnostic, out EnhancedStatus written))
                    {
                        status = written;
                    }

                    found = (action, status, ReplyCode.Find(diagnostic));
                }
            }
        }

        return found;
    }

    private static DeliveryAction ActionOf(string? value)
    {
        string word = value ?? "";
        int end = word.AsSpan().IndexOfAnyExceptInRange('A', 'z');
        return (end < 0 ? word : word[..end]).ToLowerInvariant() switch
        {
            "failed" => DeliveryAction.Failed,
            "delayed" => DeliveryAction.Delayed,
            "delivered" => DeliveryAction.Delivered,
            "relayed" => DeliveryAction.Relayed,
            "expanded" => DeliveryAction.Expanded,
            _ => DeliveryAction.None,
        };
    }

    private static AttemptId? FindAttempt(IReadOnlyList<MimePart> parts, string domain)
    {
        foreach (MimePart part in parts)
        {
            if (part.Is("message/delivery-status") && MailMessageId.TryFind(part.Content, domain, out AttemptId named))
            {
                return named;
            }
        }

        // The returned mail, or its headers alone (text/rfc822-headers, RFC 6522 §4), or in the words of an old mailer.
        foreach (MimePart part in parts)
        {
            string? id = part.Is("message/rfc822") ? part.Headers["Message-ID"] : null;
            if (MailMessageId.TryFind(id, domain, out AttemptId returned)
                || (!part.Is(MimePart.OwnHeaders) && MailMessageId.TryFind(part.Content, domain, out returned)))
            {
                return returned;
            }
        }

        foreach (string header in new[] { "X-Failed-Message-ID", "In-Reply-To", "References" })
        {
            if (MailMessageId.TryFind(parts[0].Headers[header], domain, out AttemptId answered))
            {
                return answered;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a mail without a delivery status was written by a mailer. An empty return path (RFC 5321 §4.5.5) is not enough: holiday notices
    /// have one too.
    /// </summary>
    private static bool IsBounce(MailHeaders headers) =>
        headers["X-Failed-Recipients"] is not null
        || (headers["From"] is { } from
            && (from.Contains("mailer-daemon", StringComparison.OrdinalIgnoreCase) || from.Contains("postmaster", StringComparison.OrdinalIgnoreCase)));

    private static (DeliveryAction Action, EnhancedStatus Status, int Code) InWords(IReadOnlyList<MimePart> parts)
    {
        MimePart? words = parts.FirstOrDefault(part => part.Is("text/plain") && part.Content.Length > 0)
            ?? parts.FirstOrDefault(part => part.Is("text/html"));
        if (words is null || IsDelay(parts[0].Headers["Subject"]))
        {
            return default;
        }

        EnhancedStatus.TryFind(words.Content, out EnhancedStatus status);
        return (DeliveryAction.Failed, status, ReplyCode.Find(words.Content));
    }

    private static bool IsDelay(string? subject) =>
        subject is not null && (subject.Contains("delayed", StringComparison.OrdinalIgnoreCase) || subject.Contains("warning", StringComparison.OrdinalIgnoreCase));
}
