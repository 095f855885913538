using System.Collections.Immutable;

namespace AlertAutomaton.Alerting.Operators;

/// <summary>
/// What <see cref="PinGuard"/> remembers. Bounded by itself: the hourly cap bounds the failures, and a day without one forgets.
/// </summary>
public sealed record PinGuardState
{
    /// <summary>Nothing has happened.</summary>
    public static PinGuardState Fresh { get; } = new();

    internal ImmutableDictionary<PinKey, PinAccount> Accounts { get; init; } = ImmutableDictionary<PinKey, PinAccount>.Empty;

    /// <summary>The failures of the last hour, oldest first.</summary>
    internal ImmutableQueue<(DateTimeOffset At, PinLine Line)> Recent { get; init; } = [];
}
