using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Telephony.Inbound;

/// <summary>Reads a number the way a trunk writes it into E.164. Pure.</summary>
internal static class IncomingNumber
{
    private const int LongestDigits = 15;

    /// <summary>The number in E.164, or the text itself when it is no number; empty when there is none.</summary>
    public static string Read(string? user, TrunkOptions trunk)
    {
        if (string.IsNullOrEmpty(user))
        {
            return string.Empty;
        }

        bool plus = user[0] == '+';
        string digits = plus ? user[1..] : user;
        int parameters = digits.IndexOf(';', StringComparison.Ordinal);
        digits = (parameters < 0 ? digits : digits[..parameters]).Replace("-", string.Empty, StringComparison.Ordinal);
        if (digits.Length is 0 or > LongestDigits + 2 || !digits.All(char.IsAsciiDigit))
        {
            return user;
        }

        if (plus)
        {
            return "+" + digits;
        }

        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            return "+" + digits[2..];
        }

        return digits[0] == '0' ? "+" + trunk.CountryCode + digits[1..] : trunk.NumberForm == NumberForm.E164WithoutPlus ? "+" + digits : digits;
    }
}
