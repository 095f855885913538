using System.Globalization;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>
/// Reads the fields of a cron expression into sets of bits. Never throws.
/// <code>
/// field = part *("," part)          part  = ("*" / value ["-" value]) ["/" step]
/// </code>
/// </summary>
internal static class CronFieldReader
{
    public const int LongestText = 200;
    private const int LongestEcho = 20;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static int Least(CronField field) => field is CronField.DayOfMonth or CronField.Month ? 1 : 0;

    public static int Most(CronField field) => field switch
    {
        CronField.Minute => 59,
        CronField.Hour => 23,
        CronField.DayOfMonth => 31,
        CronField.Month => 12,
        _ => 7,
    };

    /// <summary>Reads all five fields.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="sets">One set of bits per field.</param>
    /// <param name="eitherDay">True when one of the two days is enough.</param>
    /// <returns>The first fault, or null.</returns>
    public static CronFault? Read(string text, Span<ulong> sets, out bool eitherDay)
    {
        eitherDay = false;
        if (text.Length > LongestText)
        {
            return new CronFault(CronFaultKind.TooLong, CronField.Minute, LongestText + 1, Shortened(text));
        }

        var place = 0;
        var starred = 0;
        for (var field = CronField.Minute; field <= CronField.DayOfWeek; field++)
        {
            place = SkipBlanks(text, place);
            if (place == text.Length)
            {
                return new CronFault(CronFaultKind.NotFiveFields, field, place + 1, Shortened(text));
            }

            var end = place;
            while (end < text.Length && !IsBlank(text[end]))
            {
                end++;
            }

            if (ReadField(field, text.AsSpan(place, end - place), place, out sets[(int)field]) is { } fault)
            {
                return fault;
            }

            starred += field is CronField.DayOfMonth or CronField.DayOfWeek && text[place] == '*' ? 1 : 0;
            place = end;
        }

        place = SkipBlanks(text, place);
        if (place < text.Length)
        {
            return new CronFault(CronFaultKind.NotFiveFields, CronField.DayOfWeek, place + 1, Shortened(text.AsSpan(place)));
        }

        eitherDay = starred == 0;
        return null;
    }

    private static CronFault? ReadField(CronField field, ReadOnlySpan<char> text, int place, out ulong set)
    {
        set = 0;
        foreach (var range in text.Split(','))
        {
            var (from, _) = range.GetOffsetAndLength(text.Length);
            if (ReadPart(field, text[range], place + from, ref set) is { } fault)
            {
                return fault;
            }
        }

        if (field == CronField.DayOfWeek)
        {
            set = (set | set >> 7) & 0x7F;
        }

        return null;
    }

    private static CronFault? ReadPart(CronField field, ReadOnlySpan<char> part, int place, ref ulong set)
    {
        var step = 1;
        var slash = part.IndexOf('/');
        var values = slash < 0 ? part : part[..slash];
        if (slash >= 0)
        {
            var written = part[(slash + 1)..];
            if (written.IsEmpty)
            {
                return new CronFault(CronFaultKind.Missing, field, place + slash + 2, Shortened(part));
            }

            if (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out step) || step < 1 || step > Most(field))
            {
                return new CronFault(CronFaultKind.WrongStep, field, place + slash + 2, Shortened(written));
            }
        }

        var (low, high) = (Least(field), field == CronField.DayOfWeek ? 6 : Most(field));
        if (values is not "*")
        {
            var dash = values.IndexOf('-');
            var first = dash < 0 ? values : values[..dash];
            if (ReadValue(field, first, place, isEnd: false, out low) is { } wrongFirst)
            {
                return wrongFirst;
            }

            // One value with a step runs to the end of the field, as in Vixie cron: 5/15 is 5-59/15.
            high = slash >= 0 && dash < 0 ? Math.Max(high, low) : low;
            if (dash >= 0 && ReadValue(field, values[(dash + 1)..], place + dash + 1, isEnd: true, out high) is { } wrongLast)
            {
                return wrongLast;
            }
        }

        if (high < low)
        {
            return new CronFault(CronFaultKind.Backwards, field, place + 1, Shortened(values));
        }

        for (var value = low; value <= high; value += step)
        {
            set |= 1UL << value;
        }

        return null;
    }

    private static CronFault? ReadValue(CronField field, ReadOnlySpan<char> text, int place, bool isEnd, out int value)
    {
        value = 0;
        if (text.IsEmpty)
        {
            return new CronFault(CronFaultKind.Missing, field, place + 1, string.Empty);
        }

        var names = field switch { CronField.Month => Months, CronField.DayOfWeek => Weekdays, _ => [] };
        for (var i = 0; i < names.Length; i++)
        {
            if (text.Equals(names[i], StringComparison.OrdinalIgnoreCase))
            {
                // A week may end on Sunday: fri-sun.
                value = field == CronField.Month ? i + 1 : isEnd && i == 0 ? 7 : i;
                return null;
            }
        }

        if (text.ContainsAnyExceptInRange('0', '9'))
        {
            return new CronFault(CronFaultKind.NotAValue, field, place + 1, Shortened(text));
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= Least(field) && value <= Most(field)
            ? null
            : new CronFault(CronFaultKind.OutOfRange, field, place + 1, Shortened(text));
    }

    private static int SkipBlanks(string text, int place)
    {
        while (place < text.Length && IsBlank(text[place]))
        {
            place++;
        }

        return place;
    }

    private static bool IsBlank(char character) => character is ' ' or '\t';

    private static string Shortened(ReadOnlySpan<char> text) => text.Length <= LongestEcho ? text.ToString() : string.Concat(text[..LongestEcho], "…");
}
