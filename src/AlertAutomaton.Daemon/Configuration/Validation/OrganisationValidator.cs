using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks country, time zone and the spoken names.</summary>
internal sealed class OrganisationValidator : IAspectValidator
{
    private const int LongestSpokenName = 80;

    public void Validate(DaemonOptions options, ValidationReport report)
    {
        var organisation = options.Organisation;
        if (organisation.Name.Trim().Length == 0)
        {
            report.Warning("organisation-unnamed", "Organisation.Name");
        }

        if (!NationalNumbering.IsKnown(organisation.Country))
        {
            report.Error("country-unknown", "Organisation.Country", organisation.Country, string.Join(", ", NationalNumbering.Countries));
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(organisation.TimeZone, out _))
        {
            report.Error("time-zone-unknown", "Organisation.TimeZone", organisation.TimeZone);
        }

        foreach (var (language, spoken) in organisation.SpokenNames)
        {
            var path = $"Organisation.SpokenNames.{language}";
            if (!options.Speech.Languages.Contains(language, StringComparer.OrdinalIgnoreCase))
            {
                report.Warning("spoken-name-language", path, language, string.Join(", ", options.Speech.Languages));
            }

            // The resident must know who calls within three seconds.
            if (spoken.Trim().Length is 0 or > LongestSpokenName)
            {
                report.Error("spoken-name-length", path, LongestSpokenName);
            }
        }
    }
}
