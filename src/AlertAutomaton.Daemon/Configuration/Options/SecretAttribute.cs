namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Marks an option whose value is never logged nor printed.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : Attribute;
