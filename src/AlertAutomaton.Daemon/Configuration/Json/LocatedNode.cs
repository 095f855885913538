namespace AlertAutomaton.Daemon.Configuration.Json;

/// <summary>A JSON value that remembers where it was written.</summary>
internal abstract record LocatedNode(SourcePosition Position);
