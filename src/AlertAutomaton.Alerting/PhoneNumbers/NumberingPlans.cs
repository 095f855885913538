using static AlertAutomaton.Alerting.PhoneNumbers.PhoneLineType;

namespace AlertAutomaton.Alerting.PhoneNumbers;

/// <summary>
/// The plans of the countries a register may be written in. Numbers of other countries are taken in international form. Beginnings
/// are those that the national regulators publish; they tell mobile from landline and find premium numbers, no more.
/// </summary>
public static class NumberingPlans
{
    private const string OneToNine = "123456789";

    /// <summary>All plans.</summary>
    public static IReadOnlyList<NumberingPlan> All { get; } =
    [
        new()
        {
            Country = "FR", CountryCode = "33", TrunkPrefix = "0", MinimumLength = 9, MaximumLength = 9, FirstDigits = OneToNine,
            Ranges = [("1", Landline), ("2", Landline), ("3", Landline), ("4", Landline), ("5", Landline), ("6", Mobile), ("7", Mobile), ("8", Special), ("81", Premium), ("82", Premium), ("89", Premium), ("9", Landline)],
        },
        new()
        {
            Country = "BE", CountryCode = "32", TrunkPrefix = "0", MinimumLength = 8, MaximumLength = 9, FirstDigits = OneToNine,
            Ranges = [("", Landline), ("45", Mobile), ("46", Mobile), ("47", Mobile), ("48", Mobile), ("49", Mobile), ("70", Special), ("78", Special), ("800", Special), ("90", Premium)],
        },
        new()
        {
            Country = "CH", CountryCode = "41", TrunkPrefix = "0", MinimumLength = 9, MaximumLength = 9, FirstDigits = OneToNine,
            Ranges = [("", Landline), ("74", Mobile), ("75", Mobile), ("76", Mobile), ("77", Mobile), ("78", Mobile), ("79", Mobile), ("800", Special), ("84", Special), ("90", Premium)],
        },
        new()
        {
            Country = "LU", CountryCode = "352", TrunkPrefix = "", MinimumLength = 4, MaximumLength = 11, FirstDigits = OneToNine,
            Ranges = [("", Landline), ("6", Mobile), ("80", Special), ("90", Premium)],
        },
        new()
        {
            Country = "DE", CountryCode = "49", TrunkPrefix = "0", MinimumLength = 5, MaximumLength = 12, FirstDigits = OneToNine,
            Ranges = [("", Landline), ("15", Mobile), ("16", Mobile), ("17", Mobile), ("137", Premium), ("180", Special), ("800", Special), ("900", Premium)],
        },
        new()
        {
            Country = "GB", CountryCode = "44", TrunkPrefix = "0", MinimumLength = 9, MaximumLength = 10, FirstDigits = "1235789",
            Ranges = [("", Landline), ("7", Mobile), ("70", Premium), ("80", Special), ("84", Special), ("87", Premium), ("9", Premium)],
        },
        new()
        {
            Country = "ES", CountryCode = "34", TrunkPrefix = "", MinimumLength = 9, MaximumLength = 9, FirstDigits = "6789",
            Ranges = [("6", Mobile), ("7", Mobile), ("8", Landline), ("9", Landline), ("800", Special), ("803", Premium), ("806", Premium), ("807", Premium), ("900", Special), ("901", Special), ("902", Special), ("905", Premium), ("907", Premium)],
        },
        new()
        {
            // The 0 of an Italian landline is part of the number, in international form too.
            Country = "IT", CountryCode = "39", TrunkPrefix = "", MinimumLength = 6, MaximumLength = 11, FirstDigits = "0123458",
            Ranges = [("0", Landline), ("3", Mobile), ("80", Special), ("84", Special), ("89", Premium), ("1", Premium), ("4", Premium)],
        },
        new()
        {
            Country = "US", CountryCode = "1", TrunkPrefix = "1", InternationalPrefix = "011", MinimumLength = 10, MaximumLength = 10, FirstDigits = "23456789",
            Ranges = [("800", Special), ("833", Special), ("844", Special), ("855", Special), ("866", Special), ("877", Special), ("888", Special), ("900", Premium), ("976", Premium)],
        },
    ];

    /// <summary>Finds the plan of a country.</summary>
    /// <param name="country">ISO 3166-1 alpha-2, in any case.</param>
    /// <returns>Null when it is not known here.</returns>
    public static NumberingPlan? Of(string country) =>
        All.FirstOrDefault(plan => string.Equals(plan.Country, country, StringComparison.OrdinalIgnoreCase));

    /// <summary>What kind of line a number belongs to.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Unknown where no plan is known.</returns>
    public static PhoneLineType LineTypeOf(E164Number number)
    {
        Span<char> text = stackalloc char[E164Number.MaximumDigits + 1];
        if (!number.TryFormat(text, out var length))
        {
            return Unknown;
        }

        ReadOnlySpan<char> digits = text[1..length];

        // By index: an enumerator over an interface would be an allocation per number, and a town has many.
        for (var i = 0; i < All.Count; i++)
        {
            var plan = All[i];
            if (digits.StartsWith(plan.CountryCode, StringComparison.Ordinal))
            {
                return plan.TypeOf(digits[plan.CountryCode.Length..]);
            }
        }

        return Unknown;
    }
}
