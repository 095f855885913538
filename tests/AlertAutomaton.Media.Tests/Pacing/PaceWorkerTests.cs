using AlertAutomaton.Media.Pacing;
using AlertAutomaton.Media.Transport;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Media.Tests.Pacing;

public sealed class PaceWorkerTests
{
    [Fact]
    public void Few_members_share_a_slot_and_many_are_spread_evenly()
    {
        using var io = new PortableDatagramIo(TimeProvider.System);
        var worker = new PaceWorker(io, NullLogger.Instance);
        var few = Enumerable.Range(0, PaceWorker.MembersPerSlot).Select(_ => worker.Add(new Counter())).ToArray();
        Assert.Single(few.Select(place => place.Slot).Distinct());
        var places = few.Concat(Enumerable.Range(0, 1500 - few.Length).Select(_ => worker.Add(new Counter()))).ToArray();
        Assert.All(Enumerable.Range(0, PaceSchedule.Slots), slot => Assert.Equal(300, places.Count(place => place.Slot == slot)));
    }

    [Fact]
    public void A_member_that_fails_does_not_silence_the_others_and_one_that_left_is_not_called()
    {
        using var io = new PortableDatagramIo(TimeProvider.System);
        var worker = new PaceWorker(io, NullLogger.Instance);
        for (var i = 0; i < 5; i++)
            worker.Add(new Counter { Fails = true });
        var good = new Counter();
        var place = worker.Add(good);
        worker.Run(place.Slot, 0);
        Assert.Equal(1, good.Rounds);
        worker.Remove(good, place.Slot);
        worker.Remove(good, place.Slot);
        worker.Run(place.Slot, 1);
        Assert.Equal(1, good.Rounds);
        Assert.Equal(5, worker.Members);
    }

    [Fact]
    public void A_test_clock_calls_every_member_once_per_20_ms_and_rests_without_members()
    {
        var time = new ManualTimeProvider();
        using var clock = new PacedClock(4, time, () => new PortableDatagramIo(time), NullLogger.Instance);
        Assert.Equal(0, time.ArmedTimers);
        var members = Enumerable.Range(0, 30).Select(_ => new Counter()).ToArray();
        var places = members.Select(clock.Add).ToArray();
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.All(members, member => Assert.InRange(member.Rounds, 99, 100));
        Assert.All(members, member => Assert.False(member.Skipped));
        for (var i = 0; i < members.Length; i++)
            places[i].Worker.Remove(members[i], places[i].Slot);
        time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(0, time.ArmedTimers);
    }

    [Fact]
    public async Task The_real_clock_keeps_its_rate_and_calls_every_member()
    {
        using var clock = new PacedClock(2, TimeProvider.System, () => new PortableDatagramIo(TimeProvider.System), NullLogger.Instance);
        var members = Enumerable.Range(0, 40).Select(_ => new Counter()).ToArray();
        foreach (var member in members)
            clock.Add(member);
        var begun = TimeProvider.System.GetTimestamp();
        await members[39].ReachedFifty.Task.WaitAsync(TimeSpan.FromSeconds(60));
        // Fifty rounds take 980 ms to 1 s; a machine under load may be later, never earlier.
        Assert.InRange(TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds, 960, 10_000);
        Assert.All(members, member => Assert.InRange(member.Rounds, 40, 1000));
    }

    private sealed class Counter : IPacedMember
    {
        private long _last = -1;

        public bool Fails { get; init; }

        public int Rounds { get; private set; }

        public bool Skipped { get; private set; }

        public TaskCompletionSource ReachedFifty { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void OnRound(long round, PaceWorker worker)
        {
            if (Fails)
                throw new InvalidOperationException("A fault of this test's own.");
            Skipped |= _last >= 0 && round != _last + 1;
            _last = round;
            if (++Rounds == 50)
                ReachedFifty.TrySetResult();
        }
    }
}
