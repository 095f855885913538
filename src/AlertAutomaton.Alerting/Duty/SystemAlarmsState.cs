using System.Collections.Immutable;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>The troubles that are remembered. Immutable.</summary>
public sealed record SystemAlarmsState
{
    /// <summary>None.</summary>
    public static SystemAlarmsState Fresh { get; } = new();

    /// <summary>By the key of the part.</summary>
    public ImmutableSortedDictionary<string, SystemTrouble> Troubles { get; init; } = ImmutableSortedDictionary.Create<string, SystemTrouble>(StringComparer.Ordinal);
}
