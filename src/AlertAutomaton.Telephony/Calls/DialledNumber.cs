using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Telephony.Calls;

/// <summary>Writes an E.164 number the way a trunk wants it. Pure.</summary>
internal static class DialledNumber
{
    /// <summary>The number as the user part of a SIP URI.</summary>
    /// <param name="e164">With '+'.</param>
    /// <param name="form">What the trunk wants.</param>
    /// <param name="countryCode">The trunk's country, for the national form.</param>
    public static string Write(string e164, NumberForm form, string countryCode)
    {
        string digits = e164.StartsWith('+') ? e164[1..] : e164;
        return form switch
        {
            NumberForm.E164WithoutPlus => digits,
            NumberForm.InternationalPrefix => "00" + digits,
            NumberForm.National when digits.StartsWith(countryCode, StringComparison.Ordinal) => "0" + digits[countryCode.Length..],
            NumberForm.National => "00" + digits,
            _ => "+" + digits,
        };
    }
}
