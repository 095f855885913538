using System.Globalization;

namespace AlertAutomaton.Alerting.Operators;

/// <summary>
/// Which PINs are refused when they are chosen: what people choose first is what somebody who guesses tries first. Pure.
/// </summary>
public static class PinRules
{
    /// <summary>The fewest digits.</summary>
    public const int FewestDigits = 6;

    /// <summary>The most digits.</summary>
    public const int MostDigits = 12;

    private const int DifferentDigits = 3;
    private const int LongestGroup = 4;
    private static readonly string[] DateForms = ["ddMMyy", "MMddyy", "yyMMdd", "ddMMyyyy", "MMddyyyy", "yyyyMMdd"];
    private static readonly CultureInfo Calendar = TwoDigitYears();

    /// <summary>Judges a new PIN.</summary>
    /// <param name="pin">The digits.</param>
    /// <param name="operatorNumber">The number of the operator it is for.</param>
    /// <param name="registeredPhone">Its phone in any form, or empty.</param>
    /// <param name="other">The operator's other PIN (ordinary and duress), or null.</param>
    /// <returns><see cref="PinFault.None"/> or the first thing that is wrong.</returns>
    public static PinFault Check(string pin, string operatorNumber, string registeredPhone = "", string? other = null) =>
        !pin.All(char.IsAsciiDigit) ? PinFault.NotDigits
        : pin.Length < FewestDigits ? PinFault.TooShort
        : pin.Length > MostDigits ? PinFault.TooLong
        : pin.Distinct().Count() < DifferentDigits ? PinFault.TooFewDigits
        : IsRun(pin) ? PinFault.Run
        : IsRepeated(pin) ? PinFault.Repeated
        : IsMirrored(pin) ? PinFault.Mirrored
        : IsDate(pin) ? PinFault.Date
        : Overlap(pin, operatorNumber) ? PinFault.OperatorNumber
        : registeredPhone.Contains(pin, StringComparison.Ordinal) ? PinFault.PhoneNumber
        : other is not null && IsNear(pin, other) ? PinFault.NearTheOther
        : PinFault.None;

    /// <summary>Every step from one digit to the next is the same (0 follows 9): 123456, 987654, 135791.</summary>
    private static bool IsRun(string pin)
    {
        int step = Step(pin, 1);
        for (int at = 2; at < pin.Length; at++)
        {
            if (Step(pin, at) != step)
            {
                return false;
            }
        }

        return true;
    }

    private static int Step(string pin, int at) => (pin[at] - pin[at - 1] + 10) % 10;

    private static bool IsRepeated(string pin)
    {
        for (int length = 1; length <= LongestGroup && length * 2 <= pin.Length; length++)
        {
            if (Enumerable.Range(length, pin.Length - length).All(at => pin[at] == pin[at - length]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMirrored(string pin) => Enumerable.Range(0, pin.Length / 2).All(at => pin[at] == pin[^(at + 1)]);

    private static bool IsDate(string pin) =>
        DateForms.Any(form => form.Length == pin.Length
            && DateOnly.TryParseExact(pin, form, Calendar, DateTimeStyles.None, out DateOnly date) && date.Year is >= 1900 and <= 2099);

    private static bool Overlap(string pin, string number) =>
        number.Length > 0 && (pin.Contains(number, StringComparison.Ordinal) || number.Contains(pin, StringComparison.Ordinal));

    private static bool IsNear(string pin, string other) => pin.Length == other.Length && pin.Zip(other).Count(pair => pair.First != pair.Second) <= 1;

    private static CultureInfo TwoDigitYears()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.Calendar.TwoDigitYearMax = 2049;
        return CultureInfo.ReadOnly(culture);
    }
}
