namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>One number that is answered.</summary>
internal sealed record VoiceLineOptions
{
    /// <summary>Number as a trunk delivers it, in E.164, for example +33162000001.</summary>
    public string Number { get; init; } = "";

    /// <summary>Whose line it is: residents hear the alerts of their household, operators get in with number and PIN.</summary>
    [Allowed("Residents", "Operators")]
    public string Audience { get; init; } = "Residents";

    /// <summary>Language in which it answers; one of Speech.Languages.</summary>
    public string Language { get; init; } = "fr";
}
