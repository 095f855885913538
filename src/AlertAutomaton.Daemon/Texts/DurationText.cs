using System.Globalization;

namespace AlertAutomaton.Daemon.Texts;

/// <summary>Reads lengths of time such as <c>100s</c>, <c>30m</c>, <c>4h</c> and <c>2d</c>.</summary>
internal static class DurationText
{
    /// <summary>Seconds, or null when the text is not such a length.</summary>
    public static int? Read(string text)
    {
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 1_000_000)
        {
            return null;
        }

        return char.ToLowerInvariant(text[^1]) switch
        {
            's' => count,
            'm' => count * 60,
            'h' when count < 10_000 => count * 3600,
            'd' when count < 1_000 => count * 86_400,
            _ => null,
        };
    }
}
