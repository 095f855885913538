using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Reads phone numbers in the national form of the configured country.</summary>
internal static class NationalNumbering
{
    /// <summary>Countries whose numbering is known (ISO 3166, two letters).</summary>
    public static IReadOnlyList<string> Countries { get; } = [.. NumberingPlans.All.Select(plan => plan.Country).Order(StringComparer.Ordinal)];

    public static bool IsKnown(string country) => NumberingPlans.Of(country) is not null;

    /// <summary>The calling code of a known country, digits only.</summary>
    public static string CountryCodeOf(string country) => NumberingPlans.Of(country)?.CountryCode ?? "";

    /// <param name="text">The number as a person wrote it.</param>
    /// <param name="country">The configured country.</param>
    /// <param name="number">The number in E.164.</param>
    /// <param name="refusal">Why it cannot be called.</param>
    public static bool TryParse(string text, string country, out E164Number number, out PhoneNumberRefusal refusal)
    {
        refusal = PhoneNumberParser.TryParse(text, NumberingPlans.Of(country) ?? NumberingPlans.All[0], out number);
        return refusal == PhoneNumberRefusal.None;
    }
}
