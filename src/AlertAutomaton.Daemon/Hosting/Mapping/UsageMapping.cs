using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Desk.Usage;

namespace AlertAutomaton.Daemon.Hosting.Mapping;

/// <summary>Configured prices and limits as the engine takes them.</summary>
internal static class UsageMapping
{
    public static UsageSettings Map(DaemonOptions options, OrganisationId organisation) => new()
    {
        Organisation = organisation,
        TimeZone = options.Organisation.TimeZone,
        Tariffs = Map(options.Tariffs),
        Limits = Map(options.Quota),
    };

    public static TariffTable Map(TariffOptions tariffs) => new()
    {
        Currency = tariffs.Currency,
        PerMail = Price(tariffs.PerMail),
        Destinations = [.. tariffs.Destinations.Select(destination => new Tariff
        {
            Prefix = destination.Prefix,
            PerSegment = Price(destination.PerSegment),
            PerMinute = Price(destination.PerMinute),
            StepSeconds = destination.StepSeconds,
            SetUp = Price(destination.SetUp),
        })],
    };

    public static QuotaLimits Map(QuotaOptions quota) => new()
    {
        MonthlySegments = Limit(quota.MonthlySegments),
        MonthlyCallMinutes = Limit(quota.MonthlyCallMinutes),
        MonthlyMails = Limit(quota.MonthlyMails),
        MonthlyAmount = quota.MonthlyAmount > 0 ? Price(quota.MonthlyAmount) : null,
        HourlyCalls = Limit(quota.HourlyCalls),
        HourlyAmount = quota.HourlyAmount > 0 ? Price(quota.HourlyAmount) : null,
        WarnAtPercent = quota.WarnAtPercent,
    };

    // The conversion rounds to fifteen significant digits, which gives back exactly what was written.
    private static decimal Price(double written) => (decimal)written;

    private static long? Limit(int written) => written > 0 ? written : null;
}
