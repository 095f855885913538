namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>The closed list of values of a text option, or of each item of a list option; compared without case.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AllowedAttribute(params string[] values) : Attribute
{
    /// <summary>The values in the order in which they are documented.</summary>
    public IReadOnlyList<string> Values { get; } = values;
}
