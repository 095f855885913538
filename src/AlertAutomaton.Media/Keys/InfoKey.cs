using System.Globalization;
using System.Text;

namespace AlertAutomaton.Media.Keys;

/// <summary>A key in the body of a SIP INFO: <c>application/dtmf-relay</c> (<c>Signal=1</c>, <c>Duration=160</c>) or <c>application/dtmf</c> (the key alone).</summary>
/// <param name="Key">The key.</param>
/// <param name="Duration">How long it was pressed, as told.</param>
public readonly record struct InfoKey(char Key, TimeSpan Duration)
{
    private const int LongestBody = 256;
    private static readonly TimeSpan _usualDuration = TimeSpan.FromMilliseconds(160);

    /// <summary>Reads a body; false when the content type is another, or when there is no key in it.</summary>
    public static bool TryParse(string? contentType, ReadOnlySpan<byte> body, out InfoKey value)
    {
        value = default;
        var type = contentType is null ? "" : contentType.Split(';', 2)[0].Trim();
        if (body.Length is 0 or > LongestBody)
            return false;
        var text = Encoding.ASCII.GetString(body);
        if (type.Equals("application/dtmf", StringComparison.OrdinalIgnoreCase))
            return TryReadSignal(text, _usualDuration, out value) || TryParseRelay(text, out value);
        return type.Equals("application/dtmf-relay", StringComparison.OrdinalIgnoreCase) && TryParseRelay(text, out value);
    }

    /// <summary>Writes the body of <c>application/dtmf-relay</c>.</summary>
    public byte[] ToRelayBody() =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Signal={Key}\r\nDuration={(int)Duration.TotalMilliseconds}\r\n"));

    private static bool TryParseRelay(string text, out InfoKey value)
    {
        value = default;
        string? signal = null;
        var duration = _usualDuration;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && parts[0].Equals("Signal", StringComparison.OrdinalIgnoreCase))
                signal = parts[1];
            else if (parts.Length == 2 && parts[0].Equals("Duration", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and <= 60_000)
                duration = TimeSpan.FromMilliseconds(milliseconds);
        }

        return signal is not null && TryReadSignal(signal, duration, out value);
    }

    // Some gateways write the event code of * and # instead of the sign.
    private static bool TryReadSignal(string text, TimeSpan duration, out InfoKey value)
    {
        var sign = text.Trim();
        var key = sign switch { "10" => '*', "11" => '#', { Length: 1 } => char.ToUpperInvariant(sign[0]), _ => '\0' };
        var known = KeyCode.TryToEvent(key, out _);
        value = known ? new InfoKey(key, duration) : default;
        return known;
    }
}
