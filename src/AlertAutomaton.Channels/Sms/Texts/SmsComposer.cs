using System.Globalization;
using System.Text;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Channels.Sms.Texts;

/// <summary>
/// Writes the text that a resident reads: first whether it is an exercise, then who warns, the message, and how to answer. Pure.
/// </summary>
public static class SmsComposer
{
    /// <summary>The text of an attempt.</summary>
    /// <param name="order">The attempt.</param>
    /// <param name="style">How the organisation writes on the gateway that carries it.</param>
    /// <returns>Never empty.</returns>
    public static string Compose(DeliveryOrder order, SmsStyle style) => Compose(
        SmsOccasion.Of(order.Alert), new SmsAddressee(order.Language, order.Point.Role, order.RecipientName, order.LinkToken, order.HouseholdCode), style);

    /// <summary>The text for one addressee of an alert.</summary>
    /// <param name="occasion">The alert.</param>
    /// <param name="addressee">Who reads it.</param>
    /// <param name="style">How the organisation writes on the gateway that carries it.</param>
    /// <returns>Never empty.</returns>
    public static string Compose(SmsOccasion occasion, in SmsAddressee addressee, SmsStyle style)
    {
        var message = occasion.Message.For(addressee.Language);
        var words = SmsWords.For(addressee.Language, message.Language);
        var isTrusted = addressee.Role == ContactPointRole.Trusted;
        var body = isTrusted && message.TrustedText is { Length: > 0 } told ? told : message.SmsText ?? message.Text;
        var link = LinkOf(addressee, style);

        // Two languages of one alert, two residents: the filled values are the only thing that differs, so nothing is cached.
        var name = addressee.Name;
        var code = addressee.Code;
        var filled = MessagePlaceholders.Fill(body, placeholder => placeholder switch
        {
            MessagePlaceholder.Name => name,
            MessagePlaceholder.Organisation => style.OrganisationName,
            MessagePlaceholder.Link => link,
            MessagePlaceholder.Code => code?.ToString(CultureInfo.InvariantCulture),
            MessagePlaceholder.Time => words.Time(occasion.At, occasion.TimeZone),
            MessagePlaceholder.Date => words.Date(occasion.At, occasion.TimeZone),
            _ => null,
        });

        var text = new StringBuilder();
        Append(text, words.KindOf(occasion.Kind));
        if (!MessagePlaceholders.Uses(body, MessagePlaceholder.Organisation))
        {
            Append(text, words.Sender(style.OrganisationName));
        }

        if (isTrusted && message.TrustedText is not { Length: > 0 })
        {
            Append(text, words.SilentHousehold(addressee.Name));
        }

        Append(text, filled.Trim());
        if (occasion.AsksForAnswer)
        {
            Append(text, Hint(occasion.Policy.Purpose, isTrusted, words, style, MessagePlaceholders.Uses(body, MessagePlaceholder.Link) ? null : link));
        }

        return Plain(text.ToString(), style.Encoding);
    }

    /// <summary>
    /// The text with plain spellings in the place of typographic ones, where that alone brings it into the gateway's default alphabet; else
    /// unchanged, because then nothing would be won.
    /// </summary>
    public static string Plain(string text, SmsTextOptions encoding)
    {
        if (SmsMeasure.Of(text, encoding).Encoding != SmsEncoding.Ucs2)
        {
            return text;
        }

        var plain = TypographicReplacement.Apply(text);
        return SmsMeasure.Of(plain, encoding).Encoding == SmsEncoding.Ucs2 ? text : plain;
    }

    private static string? LinkOf(in SmsAddressee addressee, SmsStyle style) =>
        addressee.LinkToken is { Length: > 0 } token && style.BaseUrl is { Length: > 0 } url ? $"{url.TrimEnd('/')}/a/{token}" : null;

    private static string? Hint(AlertPurpose purpose, bool isTrusted, SmsWords words, SmsStyle style, string? link)
    {
        var reply = style.TakesReplies ? words.HowToReply(purpose, isTrusted) : null;
        return (reply, link) switch
        {
            (null, null) => null,
            (null, _) => words.OnlyLink(link),
            (_, null) => reply,
            _ => words.OrLink(reply, link),
        };
    }

    private static void Append(StringBuilder text, string? part)
    {
        if (!string.IsNullOrEmpty(part))
        {
            _ = text.Length > 0 ? text.Append(' ').Append(part) : text.Append(part);
        }
    }
}
