using System.Collections.Immutable;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>What was told. Immutable.</summary>
public sealed record AlarmThrottleState
{
    /// <summary>Nothing.</summary>
    public static AlarmThrottleState Fresh { get; } = new();

    /// <summary>By cause.</summary>
    public ImmutableDictionary<string, AlarmCause> Causes { get; init; } = ImmutableDictionary.Create<string, AlarmCause>(StringComparer.Ordinal);
}
