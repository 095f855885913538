using System.Collections.Immutable;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Operators;

/// <summary>
/// Decides whether a PIN may be tried now and what a failure costs. Pure.
/// </summary>
/// <remarks>
/// <code>
///  open ──failure ×5──► locked 15 min ──time──► open ──failure──► locked 30 min ──time──► … 24 h
///    ▲                                            │
///    └───────────────── success ──────────────────┘
/// </code>
/// A try counts as a failure before it is judged, so that sixty calls at once have no more guesses than one. Failures are counted apart for
/// strange phones, for the registered number and for calls placed by us: guessing from two hundred phones locks strange phones only, and the
/// rightful operator comes in from the registered one. Over a day that leaves an attacker about twelve guesses per operator and kind of line.
/// </remarks>
public static class PinGuard
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Takes a try into account, as a failure.</summary>
    /// <param name="state">What is remembered.</param>
    /// <param name="key">Whose PIN, over which line.</param>
    /// <param name="options">The limits.</param>
    /// <param name="now">The time.</param>
    /// <returns>The new state, and whether the PIN may be right.</returns>
    public static (PinGuardState State, PinTicket Ticket) Begin(PinGuardState state, PinKey key, PinGuardOptions options, DateTimeOffset now)
    {
        state = Forget(state, options, now);
        state.Accounts.TryGetValue(key, out var account);
        account ??= new PinAccount(0, 0, null, now);
        var delay = Delay(account.Failures, options);
        if (account.LockedUntil > now || state.Recent.Count(failure => failure.Line == key.Line) >= options.FailuresPerHour)
        {
            return (state, new PinTicket(false, delay, null));
        }

        var failures = account.Failures + 1;
        var locks = failures >= options.FailuresToLock;
        var counted = account with
        {
            Failures = failures,
            LastFailure = now,
            Locks = account.Locks + (locks ? 1 : 0),
            LockedUntil = locks ? now + LockOf(account.Locks, options) : null,
        };
        var recent = state.Recent.Enqueue((now, key.Line));
        var capped = recent.Count(failure => failure.Line == key.Line) >= options.FailuresPerHour;

        // One guess may do both: that nobody strange gets in any more is the graver news.
        OperatorAlarmKind? alarm = capped ? OperatorAlarmKind.HourlyCapReached : locks ? OperatorAlarmKind.OperatorLocked : null;
        return (state with { Accounts = state.Accounts.SetItem(key, counted), Recent = recent }, new PinTicket(true, delay, alarm));
    }

    /// <summary>Takes back what <see cref="Begin"/> counted: the PIN was right.</summary>
    /// <param name="state">What is remembered.</param>
    /// <param name="key">As given to <see cref="Begin"/>.</param>
    /// <param name="begun">The time given to <see cref="Begin"/>.</param>
    /// <returns>The new state.</returns>
    public static PinGuardState Succeed(PinGuardState state, PinKey key, DateTimeOffset begun)
    {
        var taken = false;
        var recent = state.Recent.Where(failure => taken || failure != (begun, key.Line) || !(taken = true));
        return state with { Accounts = state.Accounts.Remove(key), Recent = ImmutableQueue.CreateRange([.. recent]) };
    }

    /// <summary>Until when a number is locked.</summary>
    /// <param name="state">What is remembered.</param>
    /// <param name="key">Whose PIN, over which line.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null when it is open.</returns>
    public static DateTimeOffset? LockedUntil(PinGuardState state, PinKey key, DateTimeOffset now) =>
        state.Accounts.TryGetValue(key, out var account) && account.LockedUntil > now ? account.LockedUntil : null;

    /// <summary>Forgets the failures of an operator number over every kind of line, and none of those that the hourly cap counts.</summary>
    /// <param name="state">What is remembered.</param>
    /// <param name="organisation">Whose.</param>
    /// <param name="number">The operator number.</param>
    /// <returns>The state without them.</returns>
    public static PinGuardState Unlock(PinGuardState state, OrganisationId organisation, string number) => state with
    {
        Accounts = state.Accounts.RemoveRange(Enum.GetValues<PinLine>().Select(line => new PinKey(organisation, number, line))),
    };

    private static PinGuardState Forget(PinGuardState state, PinGuardOptions options, DateTimeOffset now)
    {
        var recent = state.Recent;
        while (!recent.IsEmpty && recent.Peek().At <= now - Hour)
        {
            recent = recent.Dequeue();
        }

        var old = state.Accounts.Where(pair => pair.Value.LastFailure <= now - options.ForgetAfter && !(pair.Value.LockedUntil > now)).Select(pair => pair.Key).ToList();
        return state with { Recent = recent, Accounts = old.Count == 0 ? state.Accounts : state.Accounts.RemoveRange(old) };
    }

    private static TimeSpan Delay(int failures, PinGuardOptions options) => Doubled(options.FirstDelay, failures, options.LongestDelay);

    private static TimeSpan LockOf(int locks, PinGuardOptions options) => Doubled(options.FirstLock, locks, options.LongestLock);

    private static TimeSpan Doubled(TimeSpan first, int times, TimeSpan longest)
    {
        var doubled = first * Math.Pow(2, Math.Min(times, 30));
        return doubled < longest ? doubled : longest;
    }
}
