using AlertAutomaton.Alerting.Operators;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Alerting.Tests.Operators;

public sealed class PinGuardTests
{
    private static readonly PinGuardOptions Options = new();
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 20, 0, 0, TimeSpan.Zero);
    private static readonly PinKey Strange = new(SampleOperators.Town, "1042", PinLine.Strange);

    [Fact]
    public void Five_failures_lock_for_a_quarter_of_an_hour_and_every_further_one_for_twice_as_long()
    {
        var state = PinGuardState.Fresh;
        var now = Start;
        for (var failure = 1; failure <= 5; failure++)
        {
            (state, var ticket) = PinGuard.Begin(state, Strange, Options, now);
            Assert.True(ticket.MayBeRight);
            Assert.Equal(failure == 5 ? OperatorAlarmKind.OperatorLocked : null, ticket.Alarm);
        }

        foreach (var minutes in new[] { 15, 30, 60, 120 })
        {
            Assert.Equal(now.AddMinutes(minutes), PinGuard.LockedUntil(state, Strange, now));
            Assert.False(PinGuard.Begin(state, Strange, Options, now.AddMinutes(minutes).AddSeconds(-1)).Ticket.MayBeRight);
            now = now.AddMinutes(minutes);
            (state, var ticket) = PinGuard.Begin(state, Strange, Options, now);
            Assert.True(ticket.MayBeRight);
        }
    }

    [Fact]
    public void Guessing_while_locked_does_not_lengthen_the_lock()
    {
        var state = Fail(PinGuardState.Fresh, Strange, 5, Start);
        state = Fail(state, Strange, 100, Start.AddMinutes(10));
        Assert.Equal(Start.AddMinutes(15), PinGuard.LockedUntil(state, Strange, Start.AddMinutes(10)));
    }

    [Fact]
    public void Who_guesses_from_strange_phones_does_not_lock_the_registered_one_nor_a_call_back()
    {
        var state = Fail(PinGuardState.Fresh, Strange, 600, Start);
        Assert.False(PinGuard.Begin(state, Strange, Options, Start).Ticket.MayBeRight);
        Assert.True(PinGuard.Begin(state, Strange with { Line = PinLine.Registered }, Options, Start).Ticket.MayBeRight);
        Assert.True(PinGuard.Begin(state, Strange with { Line = PinLine.CalledBack }, Options, Start).Ticket.MayBeRight);
    }

    [Fact]
    public void A_guess_that_locks_and_reaches_the_cap_alarms_for_the_cap()
    {
        var options = Options with { FailuresPerHour = Options.FailuresToLock };
        var state = PinGuardState.Fresh;
        OperatorAlarmKind? last = null;
        for (var failure = 1; failure <= options.FailuresToLock; failure++)
        {
            (state, var ticket) = PinGuard.Begin(state, Strange, options, Start);
            last = ticket.Alarm;
        }

        Assert.Equal(OperatorAlarmKind.HourlyCapReached, last);
        Assert.NotNull(PinGuard.LockedUntil(state, Strange, Start));
    }

    [Fact]
    public void Failures_spread_over_many_numbers_reach_the_hourly_cap_which_ends_after_the_hour()
    {
        var state = PinGuardState.Fresh;
        OperatorAlarmKind? last = null;
        for (var number = 0; number < Options.FailuresPerHour; number++)
        {
            (state, var ticket) = PinGuard.Begin(state, Strange with { Number = $"{number + 1000}" }, Options, Start);
            last = ticket.Alarm;
        }

        Assert.Equal(OperatorAlarmKind.HourlyCapReached, last);
        Assert.False(PinGuard.Begin(state, Strange, Options, Start.AddMinutes(59)).Ticket.MayBeRight);
        Assert.True(PinGuard.Begin(state, Strange with { Line = PinLine.Registered }, Options, Start.AddMinutes(59)).Ticket.MayBeRight);
        Assert.True(PinGuard.Begin(state, Strange, Options, Start.AddMinutes(60)).Ticket.MayBeRight);
    }

    [Fact]
    public void The_wait_before_the_answer_grows_and_is_bounded()
    {
        var state = PinGuardState.Fresh;
        var delays = new List<double>();
        for (var failure = 0; failure < 6; failure++)
        {
            (state, var ticket) = PinGuard.Begin(state, Strange, Options, Start);
            delays.Add(ticket.Delay.TotalSeconds);
        }

        Assert.Equal([1, 2, 4, 8, 8, 8], delays);
    }

    [Fact]
    public void A_success_takes_its_own_try_back_and_clears_the_count()
    {
        var state = Fail(PinGuardState.Fresh, Strange, 4, Start);
        (state, _) = PinGuard.Begin(state, Strange, Options, Start.AddSeconds(1));
        state = PinGuard.Succeed(state, Strange, Start.AddSeconds(1));
        Assert.Null(PinGuard.LockedUntil(state, Strange, Start.AddSeconds(1)));
        Assert.Equal(4, state.Recent.Count());
        state = Fail(state, Strange, 4, Start.AddSeconds(2));
        Assert.True(PinGuard.Begin(state, Strange, Options, Start.AddSeconds(3)).Ticket.MayBeRight);
    }

    [Fact]
    public void A_day_without_a_failure_forgets()
    {
        var state = Fail(PinGuardState.Fresh, Strange, 5, Start);
        (state, _) = PinGuard.Begin(state, Strange with { Number = "2000" }, Options, Start.AddHours(25));
        Assert.Single(state.Accounts);
    }

    [Fact]
    public void However_guesses_are_timed_a_day_leaves_few_of_them_per_operator_and_line()
    {
        Prop.ForAll(
            ArbMap.Default.ArbFor<PositiveInt[]>(),
            pauses =>
            {
                var (state, now, judged) = (PinGuardState.Fresh, Start, 0);
                for (var guess = 0; guess < 2000 && now < Start.AddDays(1); guess++)
                {
                    (state, var ticket) = PinGuard.Begin(state, Strange, Options, now);
                    judged += ticket.MayBeRight ? 1 : 0;
                    now += TimeSpan.FromSeconds(pauses.Length == 0 ? 60 : pauses[guess % pauses.Length].Get % 900);
                }

                return judged <= 12;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_remembered_stays_small_in_a_flood_of_invented_numbers()
    {
        var state = PinGuardState.Fresh;
        for (var number = 0; number < 5000; number++)
        {
            (state, _) = PinGuard.Begin(state, Strange with { Number = $"{number}" }, Options, Start.AddSeconds(number));
        }

        Assert.InRange(state.Accounts.Count, 1, 2 * Options.FailuresPerHour);
        Assert.InRange(state.Recent.Count(), 1, Options.FailuresPerHour);
    }

    private static PinGuardState Fail(PinGuardState state, PinKey key, int times, DateTimeOffset now)
    {
        for (var failure = 0; failure < times; failure++)
        {
            (state, _) = PinGuard.Begin(state, key, Options, now);
        }

        return state;
    }
}
