namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>The commune (or body) in whose name residents are called.</summary>
internal sealed record OrganisationOptions
{
    /// <summary>Name in lists and reports.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name as it is spoken at the start of each call, per language, for example "fr": "la commune de Valbourg"; synthesised when the daemon starts. A language that is missing here uses Name.</summary>
    public IReadOnlyDictionary<string, string> SpokenNames { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Recordings (WAV files) of the spoken name per language, used before SpokenNames; a relative path is taken from the configuration file's directory.</summary>
    public IReadOnlyDictionary<string, string> SpokenRecordings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Country (ISO 3166, two letters) whose national form of phone numbers is read and whose caller id rules hold.</summary>
    public string Country { get; init; } = "FR";

    /// <summary>Time zone of the organisation (IANA name); quiet hours and reports use it.</summary>
    public string TimeZone { get; init; } = "Europe/Paris";
}
