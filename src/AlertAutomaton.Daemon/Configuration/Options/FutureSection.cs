namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>A section whose content is not read by this version.</summary>
internal sealed record FutureSection;
