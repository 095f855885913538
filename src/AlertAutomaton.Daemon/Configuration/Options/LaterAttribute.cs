namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Marks a section that belongs to the file's shape but that this version does not act on; setting it warns.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LaterAttribute : Attribute;
