namespace AlertAutomaton.Daemon.Configuration.Json;

/// <summary>A JSON object; duplicate names are kept so that they can be reported.</summary>
internal sealed record LocatedObject(SourcePosition Position, IReadOnlyList<LocatedMember> Members) : LocatedNode(Position)
{
    /// <summary>The member of that name, compared without case; the last one when it is written twice.</summary>
    public LocatedMember? Find(string name) =>
        Members.LastOrDefault(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));
}
