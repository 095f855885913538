namespace AlertAutomaton.Alerting.PhoneNumbers;

/// <summary>
/// Reads phone numbers as people write them: national form of one country, <c>+33 …</c>, <c>0033…</c>, with spaces, dots, hyphens,
/// slashes, brackets, the <c>(0)</c> of business cards, and without the leading 0 that spreadsheets eat.
/// </summary>
public static class PhoneNumberParser
{
    private const int LongestShortNumber = 6;
    private const int MaximumText = 64;

    /// <summary>Reads a number.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="home">The plan for numbers without country code.</param>
    /// <param name="number">The number, or the empty one.</param>
    /// <returns><see cref="PhoneNumberRefusal.None"/>, or why not.</returns>
    public static PhoneNumberRefusal TryParse(ReadOnlySpan<char> text, NumberingPlan home, out E164Number number)
    {
        number = default;
        text = text.Trim();
        if (text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
        {
            text = text[4..];
        }

        if (text.IsEmpty)
        {
            return PhoneNumberRefusal.Empty;
        }

        if (text.Length > MaximumText)
        {
            return PhoneNumberRefusal.TooLong;
        }

        Span<char> digits = stackalloc char[MaximumText];
        if (!TryCollect(text, digits, out var length, out var international))
        {
            return PhoneNumberRefusal.StrangeCharacter;
        }

        ReadOnlySpan<char> dialled = digits[..length];
        if (!international && dialled.StartsWith(home.InternationalPrefix, StringComparison.Ordinal))
        {
            international = true;
            dialled = dialled[home.InternationalPrefix.Length..];
        }

        return international ? International(dialled, out number) : National(dialled, home, out number);
    }

    private static bool TryCollect(ReadOnlySpan<char> text, Span<char> digits, out int length, out bool international)
    {
        length = 0;
        international = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits[length++] = c;
            }
            else if (c == '+' && length == 0 && !international)
            {
                international = true;
            }
            else if (c == '(' && international && text[i..].StartsWith("(0)", StringComparison.Ordinal))
            {
                i += 2;
            }
            else if (!char.IsWhiteSpace(c) && c is not ('.' or '-' or '/' or '(' or ')' or '_' or '\u2010' or '\u2011' or '\u2013' or '\u200E' or '\u202A' or '\u202C'))
            {
                return false;
            }
        }

        return true;
    }

    private static PhoneNumberRefusal International(ReadOnlySpan<char> digits, out E164Number number)
    {
        number = default;
        foreach (var plan in NumberingPlans.All)
        {
            if (digits.StartsWith(plan.CountryCode, StringComparison.Ordinal))
            {
                var national = digits[plan.CountryCode.Length..];

                // "+33 06 …": the trunk prefix does not belong after a country code, but what is meant is plain.
                var meant = plan.TrunkPrefix is "0" && national.StartsWith('0') && national.Length > 1 && plan.Fits(national[1..]) ? national[1..] : national;
                return Complete(plan, meant, out number);
            }
        }

        return digits.Length switch
        {
            < E164Number.MinimumDigits => PhoneNumberRefusal.TooShort,
            > E164Number.MaximumDigits => PhoneNumberRefusal.TooLong,
            _ => Make("", digits, out number) ? PhoneNumberRefusal.None : PhoneNumberRefusal.NotInPlan,
        };
    }

    private static PhoneNumberRefusal National(ReadOnlySpan<char> digits, NumberingPlan home, out E164Number number)
    {
        number = default;
        if (digits.IsEmpty)
        {
            return PhoneNumberRefusal.Empty;
        }

        if (home.TrunkPrefix.Length > 0 && digits.StartsWith(home.TrunkPrefix, StringComparison.Ordinal))
        {
            return Complete(home, digits[home.TrunkPrefix.Length..], out number);
        }

        if (home.Fits(digits))
        {
            return Complete(home, digits, out number);
        }

        if (digits.Length <= LongestShortNumber)
        {
            return PhoneNumberRefusal.ShortNumber;
        }

        return home.TrunkPrefix.Length > 0 && digits.Length > home.MaximumLength ? PhoneNumberRefusal.NotNational : Verdict(home, digits);
    }

    private static PhoneNumberRefusal Complete(NumberingPlan plan, ReadOnlySpan<char> national, out E164Number number)
    {
        number = default;
        var verdict = Verdict(plan, national);
        return verdict != PhoneNumberRefusal.None || Make(plan.CountryCode, national, out number) ? verdict : PhoneNumberRefusal.NotInPlan;
    }

    private static PhoneNumberRefusal Verdict(NumberingPlan plan, ReadOnlySpan<char> national)
    {
        if (national.Length < plan.MinimumLength)
        {
            return PhoneNumberRefusal.TooShort;
        }

        if (national.Length > plan.MaximumLength)
        {
            return PhoneNumberRefusal.TooLong;
        }

        return plan.Fits(national) ? PhoneNumberRefusal.None : PhoneNumberRefusal.NotInPlan;
    }

    private static bool Make(string countryCode, ReadOnlySpan<char> national, out E164Number number) =>
        E164Number.TryParse(string.Concat("+", countryCode, national), out number);
}
