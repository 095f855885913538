using System.Globalization;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Times of the protocol (SMPP 3.4 §7.1.1): <c>YYMMDDhhmmsstnnp</c>, absolute with a quarter-hour offset, or relative ending in R.</summary>
public static class SmppTime
{
    private const int Length = 16;
    private static readonly TimeSpan LongestRelative = TimeSpan.FromDays(62);

    /// <summary>An absolute time in UTC, in tenths of a second.</summary>
    public static string FormatAbsolute(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyMMddHHmmssf", CultureInfo.InvariantCulture) + "00+";

    /// <summary>A relative time in whole seconds, at least one, at most 62 days.</summary>
    public static string FormatRelative(TimeSpan after)
    {
        var bounded = after > LongestRelative ? LongestRelative : after < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : after;

        // Gateways read a month as 30 or 31 days, so it is only used when days cannot say it.
        var (months, days) = bounded.Days < 100 ? (0, bounded.Days) : (bounded.Days / 30, bounded.Days % 30);
        return string.Create(CultureInfo.InvariantCulture, $"00{months:00}{days:00}{bounded.Hours:00}{bounded.Minutes:00}{bounded.Seconds:00}000R");
    }

    /// <summary>Reads either form against a moment; false when it is neither.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, DateTimeOffset now, out DateTimeOffset time)
    {
        time = default;
        if (text.Length != Length || text[..^1].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var fields = text;
        int Two(ReadOnlySpan<char> source, int index) => (source[index * 2] - '0') * 10 + source[index * 2 + 1] - '0';
        var (year, month, day, hour, minute, second) = (Two(fields, 0), Two(fields, 1), Two(fields, 2), Two(fields, 3), Two(fields, 4), Two(fields, 5));
        if (text[^1] == 'R')
        {
            time = now.AddYears(year).AddMonths(month) + new TimeSpan(day, hour, minute, second);
            return true;
        }

        var quarters = (text[13] - '0') * 10 + text[14] - '0';
        if (text[^1] is not ('+' or '-') || month is 0 or > 12 || hour > 23 || minute > 59 || second > 59 || quarters > 48
            || day == 0 || day > DateTime.DaysInMonth(2000 + year, month))
        {
            return false;
        }

        var local = new DateTime(2000 + year, month, day, hour, minute, second, (text[12] - '0') * 100, DateTimeKind.Unspecified);
        var offset = TimeSpan.FromMinutes(15 * quarters);
        time = new DateTimeOffset(local, text[^1] == '+' ? offset : -offset);
        return true;
    }
}
