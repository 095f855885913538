namespace AlertAutomaton.Daemon.Configuration.Json;

/// <summary>A name and its value within an object.</summary>
internal sealed record LocatedMember(string Name, SourcePosition NamePosition, LocatedNode Value);
