using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Channels.Email;

/// <summary>Writes the mail of an attempt. Pure.</summary>
internal sealed class EmailComposer
{
    private const int LongestSubject = 200;
    private const int LongestName = 100;
    private readonly EmailAddress _from;
    private readonly EmailAddress _replyTo;
    private readonly EmailAddress _returnPath;
    private readonly string _fromName;
    private readonly string _domain;
    private readonly Uri? _linkBase;

    /// <exception cref="ArgumentException">The options were not validated.</exception>
    public EmailComposer(EmailChannelOptions options)
    {
        _from = Address(options.From);
        _replyTo = Address(options.ReplyTo ?? options.From);
        _returnPath = Address(options.BounceAddress ?? options.From);
        _fromName = MailLineText.Of(options.FromName, LongestName);
        _domain = options.MessageIdDomain ?? _from.Domain;
        _linkBase = options.LinkBase;
    }

    /// <summary>The domain of every Message-ID.</summary>
    public string MessageIdDomain => _domain;

    /// <summary>Writes it.</summary>
    /// <returns>Null when the address of the point is none.</returns>
    public OutgoingMail? Compose(DeliveryOrder order)
    {
        if (!EmailAddress.TryParse(order.Point.Address, out EmailAddress? to))
        {
            return null;
        }

        MessageText text = order.Alert.Message.For(order.Language);
        EmailWords words = EmailWords.For(text.Language);
        string subject = Subject(order, text, words);
        var body = new EmailBody(words.Culture.TwoLetterISOLanguageName, text.Language, subject, [.. Blocks(order, text, words)]);
        return new OutgoingMail
        {
            Attempt = order.Attempt,
            From = _from,
            FromName = _fromName,
            ReplyTo = _replyTo,
            ReturnPath = _returnPath,
            To = to,
            Subject = subject,
            MessageId = MailMessageId.Of(order.Attempt, _domain),
            Headers = [.. Headers(order, words)],
            Text = EmailPlainText.Write(body),
            Html = EmailHtml.Write(body),
        };
    }

    /// <summary>Writes a note of the machine itself.</summary>
    /// <returns>Null when the address is none.</returns>
    public OutgoingMail? Note(string address, string subject, string text, string language, AttemptId id)
    {
        if (!EmailAddress.TryParse(address, out EmailAddress? to))
        {
            return null;
        }

        EmailWords words = EmailWords.For(language);
        string title = MailLineText.Of(subject, LongestSubject);
        var body = new EmailBody(
            words.Culture.TwoLetterISOLanguageName,
            words.Culture.TwoLetterISOLanguageName,
            title,
            [new EmailBlock.Heading(title), new EmailBlock.Paragraph(MailLineText.Paragraphs(text)), new EmailBlock.Foot(words["foot.automatic.plain"])]);
        return new OutgoingMail
        {
            Attempt = id,
            From = _from,
            FromName = _fromName,
            ReplyTo = _replyTo,
            ReturnPath = _returnPath,
            To = to,
            Subject = title,
            MessageId = MailMessageId.Of(id, _domain),
            Headers = [new("Auto-Submitted", "auto-generated"), new("Importance", "high")],
            Text = EmailPlainText.Write(body),
            Html = EmailHtml.Write(body),
        };
    }

    private static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out EmailAddress? address) ? address : throw new ArgumentException("A mail address of the configuration is none.", nameof(text));

    private string Subject(DeliveryOrder order, MessageText text, EmailWords words)
    {
        string subject = Fill(text.EmailSubject ?? order.Alert.Title, order, words);
        subject = order.Alert.Kind switch
        {
            AlertKind.Exercise => words.Format("exercise.subject", subject),
            AlertKind.Test => words.Format("test.subject", subject),
            _ => subject,
        };
        return MailLineText.Of(subject, LongestSubject);
    }

    private IEnumerable<EmailBlock> Blocks(DeliveryOrder order, MessageText text, EmailWords words)
    {
        Alert alert = order.Alert;
        bool vital = alert.Policy.Purpose == AlertPurpose.Vital;
        if (alert.Kind != AlertKind.Real)
        {
            yield return new EmailBlock.Banner(words[alert.Kind == AlertKind.Exercise ? "exercise.banner" : "test.banner"]);
        }

        yield return new EmailBlock.Heading(words.Format(vital ? "sender.vital" : "sender", _fromName));
        bool trusted = order.Point.Role == ContactPointRole.Trusted;
        if (trusted && text.TrustedText is null)
        {
            yield return new EmailBlock.Note(order.RecipientName is { Length: > 0 } name
                ? words.Format("trusted.request", MailLineText.Of(name, LongestName))
                : words["trusted.request.unnamed"]);
            yield return new EmailBlock.Note(words["trusted.message"]);
        }

        string said = (trusted ? text.TrustedText : null) ?? text.EmailText ?? text.Text;
        foreach (string paragraph in MailLineText.Paragraphs(Fill(said, order, words)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return new EmailBlock.Paragraph(paragraph);
        }

        if (alert.EventAt is { } eventAt)
        {
            yield return new EmailBlock.Note(Moment("when.event", eventAt, alert, words));
        }

        EmailAnswer[] answers = Answers(order);
        if (answers.Length > 0)
        {
            yield return new EmailBlock.Note(words[EmailAnswers.QuestionFor(alert.Policy.Purpose, trusted)]);
            foreach (EmailAnswer answer in answers)
            {
                yield return new EmailBlock.Answer(words[answer.Label], AcknowledgementLinks.For(_linkBase!, order.LinkToken!, answer.Option));
            }
        }

        yield return new EmailBlock.Foot(Moment("when", alert.LaunchedAt, alert, words));
        yield return new EmailBlock.Foot(words[answers.Length > 0 ? "foot.automatic" : "foot.automatic.plain"]);
        if (!vital)
        {
            yield return new EmailBlock.Foot(words.Format("foot.unsubscribe", _replyTo));
        }
    }

    private EmailAnswer[] Answers(DeliveryOrder order) =>
        _linkBase is null || string.IsNullOrEmpty(order.LinkToken)
            ? []
            : EmailAnswers.For(order.Alert.Policy.Purpose, order.Point.Role == ContactPointRole.Trusted);

    private IEnumerable<KeyValuePair<string, string>> Headers(DeliveryOrder order, EmailWords words)
    {
        // RFC 3834 §5: nobody's holiday notice answers.
        yield return new("Auto-Submitted", "auto-generated");
        if (order.Alert.Policy.Purpose == AlertPurpose.Vital)
        {
            yield return new("Importance", "high");
            yield break;
        }

        yield return new("Precedence", "bulk");

        // RFC 2369 §3.2. A mailto cannot carry letters beyond ASCII without an escape (RFC 6068 §2).
        yield return new("List-Unsubscribe", $"<mailto:{Uri.EscapeDataString(_replyTo.Local)}@{_replyTo.Domain}?subject={Uri.EscapeDataString(words["unsubscribe.subject"])}>");
    }

    private string Fill(string text, DeliveryOrder order, EmailWords words)
    {
        DateTimeOffset local = LocalTime(order.Alert.EventAt ?? order.Alert.LaunchedAt, order.Alert.TimeZone);
        return MessagePlaceholders.Fill(text, placeholder => placeholder switch
        {
            MessagePlaceholder.Name => order.RecipientName,
            MessagePlaceholder.Organisation => _fromName,
            MessagePlaceholder.Link => _linkBase is null || string.IsNullOrEmpty(order.LinkToken) ? null : AcknowledgementLinks.For(_linkBase, order.LinkToken),
            MessagePlaceholder.Code => order.HouseholdCode?.ToString(CultureInfo.InvariantCulture),
            MessagePlaceholder.Time => local.ToString("t", words.Culture),
            MessagePlaceholder.Date => local.ToString("D", words.Culture),
            _ => null,
        });
    }

    private static string Moment(string key, DateTimeOffset at, Alert alert, EmailWords words)
    {
        DateTimeOffset local = LocalTime(at, alert.TimeZone);
        return words.Format(key, local.ToString("D", words.Culture), local.ToString("t", words.Culture));
    }

    private static DateTimeOffset LocalTime(DateTimeOffset at, string zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? found) ? TimeZoneInfo.ConvertTime(at, found) : at.ToUniversalTime();
}
