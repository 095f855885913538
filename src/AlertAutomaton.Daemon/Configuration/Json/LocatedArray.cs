namespace AlertAutomaton.Daemon.Configuration.Json;

/// <summary>A JSON array.</summary>
internal sealed record LocatedArray(SourcePosition Position, IReadOnlyList<LocatedNode> Items) : LocatedNode(Position);
