namespace AlertAutomaton.Alerting.PhoneNumbers;

/// <summary>
/// Which numbers an automaton may show in France (Arcep's numbering plan as in force since 1 January 2023): verified numbers made for
/// it, special numbers but not 089, and short numbers 30 and 31. Operators refuse calls that show anything else.
/// </summary>
public static class CallerIdRules
{
    private static readonly string[] VerifiedFrench =
        ["162", "163", "270", "271", "377", "378", "424", "425", "568", "569", "948", "949"];

    /// <summary>Judges a caller id.</summary>
    /// <param name="callerId">As configured: <c>+33162…</c>, <c>0162…</c>, or a short number.</param>
    /// <param name="country">The country where the trunk ends (ISO 3166-1 alpha-2).</param>
    /// <returns>The verdict; <see cref="CallerIdVerdict.NotJudged"/> outside France.</returns>
    public static CallerIdVerdict Judge(string callerId, string country)
    {
        if (!string.Equals(country, "FR", StringComparison.OrdinalIgnoreCase))
        {
            return CallerIdVerdict.NotJudged;
        }

        var compact = callerId.Replace(" ", string.Empty, StringComparison.Ordinal);
        if (compact.Length == 4 && compact.All(char.IsAsciiDigit))
        {
            return compact.StartsWith("30", StringComparison.Ordinal) || compact.StartsWith("31", StringComparison.Ordinal)
                ? CallerIdVerdict.Allowed
                : CallerIdVerdict.ShortNumberNotAllowed;
        }

        if (PhoneNumberParser.TryParse(compact, NumberingPlans.Of("FR")!, out var number) != PhoneNumberRefusal.None)
        {
            return CallerIdVerdict.NotANumber;
        }

        if (!number.StartsWith("+33"))
        {
            return CallerIdVerdict.Foreign;
        }

        var national = number.ToString().AsSpan(3);
        foreach (var prefix in VerifiedFrench)
        {
            if (national.StartsWith(prefix, StringComparison.Ordinal))
            {
                return CallerIdVerdict.Allowed;
            }
        }

        return national[0] switch
        {
            '8' => national[1] == '9' ? CallerIdVerdict.Premium : CallerIdVerdict.Allowed,
            '6' or '7' => CallerIdVerdict.Mobile,
            _ => CallerIdVerdict.Ordinary,
        };
    }
}
