using AlertAutomaton.Alerting.Identifiers;

using System.Text.Json.Serialization;

namespace AlertAutomaton.Alerting.Messages;

/// <summary>What is said, once per language.</summary>
public sealed record AlertMessage
{
    /// <summary>Names the message.</summary>
    public required MessageId Id { get; init; }

    /// <summary>One text per language; the first is used for a language that is missing. Never empty.</summary>
    public required IReadOnlyList<MessageText> Texts { get; init; }

    /// <summary>True when a text or mail names the household, or may name it to its trusted person.</summary>
    [JsonIgnore]
    public bool UsesNames => Uses(MessagePlaceholder.Name);

    /// <summary>True when a text or mail gives the household its code for the residents' line.</summary>
    [JsonIgnore]
    public bool UsesCodes => Uses(MessagePlaceholder.Code);

    /// <summary>The text to use for a household's language: the same tag, else the same primary language, else the first.</summary>
    /// <param name="language">A BCP 47 tag, in any case.</param>
    /// <returns>The best text there is.</returns>
    public MessageText For(string language)
    {
        foreach (var text in Texts)
        {
            if (string.Equals(text.Language, language, StringComparison.OrdinalIgnoreCase))
            {
                return text;
            }
        }

        var primary = Primary(language);
        foreach (var text in Texts)
        {
            if (Primary(text.Language).Equals(primary, StringComparison.OrdinalIgnoreCase))
            {
                return text;
            }
        }

        return Texts[0];
    }

    private bool Uses(MessagePlaceholder placeholder) => Texts.Any(text =>
        MessagePlaceholders.Uses(text.Text, placeholder)
        || MessagePlaceholders.Uses(text.SmsText, placeholder)
        || MessagePlaceholders.Uses(text.EmailSubject, placeholder)
        || MessagePlaceholders.Uses(text.EmailText, placeholder)
        || MessagePlaceholders.Uses(text.TrustedText, placeholder));

    private static ReadOnlySpan<char> Primary(string tag)
    {
        var end = tag.AsSpan().IndexOfAny('-', '_');
        return end < 0 ? tag : tag.AsSpan(0, end);
    }
}
