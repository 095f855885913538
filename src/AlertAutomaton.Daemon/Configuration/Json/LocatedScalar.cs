namespace AlertAutomaton.Daemon.Configuration.Json;

/// <summary>A JSON string, number, boolean or null, as it was written.</summary>
internal sealed record LocatedScalar(SourcePosition Position, ScalarKind Kind, string Text) : LocatedNode(Position);
