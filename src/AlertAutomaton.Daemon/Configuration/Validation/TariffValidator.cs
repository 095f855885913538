using System.Text.RegularExpressions;
using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks the prices: the currency, and each prefix.</summary>
internal sealed partial class TariffValidator : IAspectValidator
{
    public void Validate(DaemonOptions options, ValidationReport report)
    {
        var tariffs = options.Tariffs;
        if (!CurrencyForm().IsMatch(tariffs.Currency))
        {
            report.Error("tariff-currency", "Tariffs.Currency", tariffs.Currency);
        }

        var prefixes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tariffs.Destinations.Count; i++)
        {
            var destination = tariffs.Destinations[i];
            if (!PrefixForm().IsMatch(destination.Prefix))
            {
                report.Error("tariff-prefix", $"Tariffs.Destinations[{i}].Prefix", destination.Prefix);
            }
            else if (!prefixes.Add(destination.Prefix))
            {
                report.Error("tariff-prefix-twice", $"Tariffs.Destinations[{i}].Prefix", destination.Prefix);
            }
        }
    }

    [GeneratedRegex("^[A-Z]{3}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CurrencyForm();

    // No country code begins with 0 (E.164).
    [GeneratedRegex(@"^\+([1-9][0-9]{0,14})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrefixForm();
}
