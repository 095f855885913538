using System.Collections.Immutable;

namespace AlertAutomaton.Alerting.Operators;

/// <summary>
/// What <see cref="PinGuard"/> remembers. Bounded by itself: the hourly cap bounds the failures, and a day without one forgets.
/// </summary>
public sealed record PinGuardState
{
    /// <summary>Nothing has happened.</summary>
    public static PinGuardState Fresh { get; } = new();

    /// <summary>The failures per operator number and kind of line.</summary>
    public ImmutableDictionary<PinKey, PinAccount> Accounts { get; init; } = ImmutableDictionary<PinKey, PinAccount>.Empty;

    /// <summary>The failures of the last hour, oldest first.</summary>
    public ImmutableQueue<(DateTimeOffset At, PinLine Line)> Recent { get; init; } = [];
}
