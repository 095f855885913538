using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Channels.Sms;

/// <summary>Reads the source address of what comes from a handset: with or without <c>+</c>, with <c>00</c>, or in the country's own form.</summary>
internal static class HandsetNumber
{
    // A number that begins with a 0 is not international; a short code has at most six digits.
    private const int FewestDigits = 8;
    private const int LongestAddress = 20;

    /// <summary>Reads an address.</summary>
    /// <param name="address">As the SMSC wrote it.</param>
    /// <param name="country">Whose national form may be used (ISO 3166-1 alpha-2).</param>
    /// <param name="number">The number.</param>
    /// <returns>False for short codes, names and everything else that cannot be texted.</returns>
    public static bool TryRead(string address, string country, out E164Number number)
    {
        number = default;
        var text = address.AsSpan().Trim();
        var digits = text.StartsWith('+') ? text[1..] : text;
        if (digits.Length is < FewestDigits or > LongestAddress || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        if (digits[0] != '0')
        {
            return E164Number.TryParse($"+{digits}", out number);
        }

        var plan = NumberingPlans.All.FirstOrDefault(one => string.Equals(one.Country, country, StringComparison.OrdinalIgnoreCase));
        return plan is not null && PhoneNumberParser.TryParse(digits, plan, out number) == PhoneNumberRefusal.None;
    }
}
