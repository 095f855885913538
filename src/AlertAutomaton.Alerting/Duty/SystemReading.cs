namespace AlertAutomaton.Alerting.Duty;

/// <summary>How one part of the machine is at a moment.</summary>
/// <param name="Component">Which kind of part.</param>
/// <param name="Name">The trunk or gateway as configured; empty where there is only one.</param>
/// <param name="IsWell">Whether it is well.</param>
public readonly record struct SystemReading(SystemComponent Component, string Name, bool IsWell)
{
    /// <summary>The key of its alarm and of its duty matter.</summary>
    public string Key => Name.Length == 0 ? $"system:{Component}" : $"system:{Component}:{Name}";
}
