using System.Collections.Immutable;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>What the duty chain of one organisation remembers. Immutable.</summary>
public sealed record DutyChainState
{
    /// <summary>Nothing.</summary>
    public static DutyChainState Fresh { get; } = new();

    /// <summary>The matters, in the order in which they came; those that are over stay for an hour, for the number of calls.</summary>
    public ImmutableList<DutyMatterState> Matters { get; init; } = [];

    /// <summary>The matter that stands under a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Null when none does.</returns>
    public DutyMatterState? Find(string key) => Matters.Find(matter => matter.Standing != DutyStanding.Over && string.Equals(matter.Matter.Key, key, StringComparison.Ordinal));
}
