namespace AlertAutomaton.Alerting.Duty;

/// <summary>How one part of the machine is at a moment.</summary>
/// <param name="Component">Which kind of part.</param>
/// <param name="Name">The trunk or gateway as configured; empty where there is only one.</param>
/// <param name="IsWell">Whether it is well.</param>
public readonly record struct SystemReading(SystemComponent Component, string Name, bool IsWell)
{
    private const string Prefix = "system:";

    /// <summary>The key of its alarm and of its duty matter.</summary>
    public string Key => Name.Length == 0 ? $"{Prefix}{Component}" : $"{Prefix}{Component}:{Name}";

    /// <summary>The part that a key names.</summary>
    /// <param name="key">A key.</param>
    /// <returns>The part, unwell; null when the key is not that of a part.</returns>
    public static SystemReading? OfKey(string key)
    {
        string[] parts = key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..].Split(':', 2) : [""];
        return Enum.GetValues<SystemComponent>().FirstOrDefault(known => string.Equals(known.ToString(), parts[0], StringComparison.Ordinal), (SystemComponent)byte.MaxValue) is var component
            && Enum.IsDefined(component)
            ? new SystemReading(component, parts.Length > 1 ? parts[1] : "", false)
            : null;
    }
}
