using System.Collections.Frozen;
using System.Text;

namespace AlertAutomaton.Alerting.Messages;

/// <summary>
/// The words in braces that texts and mails may hold, in French and English: <c>{name}</c> <c>{nom}</c>, <c>{organisation}</c>
/// <c>{commune}</c>, <c>{link}</c> <c>{lien}</c>, <c>{time}</c> <c>{heure}</c>; <c>{date}</c> and <c>{code}</c> are the same in both. Pure.
/// </summary>
public static class MessagePlaceholders
{
    private static readonly FrozenDictionary<string, MessagePlaceholder> Words = new Dictionary<string, MessagePlaceholder>(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = MessagePlaceholder.Name,
        ["nom"] = MessagePlaceholder.Name,
        ["organisation"] = MessagePlaceholder.Organisation,
        ["commune"] = MessagePlaceholder.Organisation,
        ["link"] = MessagePlaceholder.Link,
        ["lien"] = MessagePlaceholder.Link,
        ["code"] = MessagePlaceholder.Code,
        ["time"] = MessagePlaceholder.Time,
        ["heure"] = MessagePlaceholder.Time,
        ["date"] = MessagePlaceholder.Date,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Puts values in the place of placeholders. Braces around other words stay as they are.</summary>
    /// <param name="text">The text.</param>
    /// <param name="valueOf">The value of a placeholder; null or empty leaves nothing in its place.</param>
    /// <returns>The text to send.</returns>
    public static string Fill(string text, Func<MessagePlaceholder, string?> valueOf)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var filled = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (NextWord(rest) is var (start, length, placeholder) && length > 0)
        {
            filled.Append(rest[..start]).Append(valueOf(placeholder));
            rest = rest[(start + length)..];
        }

        return filled.Append(rest).ToString();
    }

    /// <summary>Whether a text asks for a value.</summary>
    /// <param name="text">The text; null counts as empty.</param>
    /// <param name="placeholder">The value.</param>
    /// <returns>True when the placeholder stands in it.</returns>
    public static bool Uses(string? text, MessagePlaceholder placeholder)
    {
        var rest = text.AsSpan();
        while (NextWord(rest) is var (start, length, found) && length > 0)
        {
            if (found == placeholder)
            {
                return true;
            }

            rest = rest[(start + length)..];
        }

        return false;
    }

    private static (int Start, int Length, MessagePlaceholder Placeholder) NextWord(ReadOnlySpan<char> text)
    {
        var words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < text.Length; start++)
        {
            if (text[start] != '{')
            {
                continue;
            }

            var length = text[start..].IndexOf('}') + 1;
            if (length <= 0)
            {
                break;
            }

            if (words.TryGetValue(text.Slice(start + 1, length - 2).Trim(), out var placeholder))
            {
                return (start, length, placeholder);
            }
        }

        return default;
    }
}
