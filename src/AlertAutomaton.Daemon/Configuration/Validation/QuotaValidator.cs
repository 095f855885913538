using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks that limits can be judged: a limit of cost needs prices.</summary>
internal sealed class QuotaValidator : IAspectValidator
{
    public void Validate(DaemonOptions options, ValidationReport report)
    {
        if (options.Tariffs.Destinations.Count > 0 || options.Tariffs.PerMail > 0)
        {
            return;
        }

        if (options.Quota.MonthlyAmount > 0)
        {
            report.Warning("quota-without-prices", "Quota.MonthlyAmount", options.Quota.MonthlyAmount);
        }

        if (options.Quota.HourlyAmount > 0)
        {
            report.Warning("quota-without-prices", "Quota.HourlyAmount", options.Quota.HourlyAmount);
        }
    }
}
