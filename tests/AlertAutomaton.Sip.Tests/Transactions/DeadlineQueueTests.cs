using AlertAutomaton.Sip.Transactions;
using AlertAutomaton.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Sip.Tests.Transactions;

public sealed class DeadlineQueueTests
{
    [Fact]
    public void Deadlines_pass_in_order_at_their_moment_whatever_is_armed_and_disarmed()
    {
        Gen<(int Who, int After)[]> plans = ArbMap.Default.GeneratorFor<(int, int)>()
            .Select(pair => (Math.Abs(pair.Item1 % 40), Math.Abs(pair.Item2 % 100_000) - 1_000)).ArrayOf();
        Prop.ForAll(plans.ToArbitrary(), plan =>
        {
            var time = new ManualTimeProvider();
            using var queue = new DeadlineQueue(time, new SerialQueue(exception => throw exception));
            var expected = new Dictionary<int, TimeSpan>();
            var owners = Enumerable.Range(0, 40).Select(who => new Owner(queue)).ToArray();
            foreach ((int who, int after) in plan)
            {
                // A negative wait stands for disarming.
                if (after < 0)
                {
                    queue.Disarm(owners[who].Deadline);
                    expected.Remove(who);
                }
                else
                {
                    queue.Arm(owners[who].Deadline, TimeSpan.FromMilliseconds(after));
                    expected[who] = TimeSpan.FromMilliseconds(after);
                }
            }

            Assert.Equal(expected.Count, queue.Count);
            time.Advance(TimeSpan.FromSeconds(101));
            for (int who = 0; who < owners.Length; who++)
            {
                Assert.Equal(expected.ContainsKey(who) ? 1 : 0, owners[who].Passed.Count);
                if (expected.TryGetValue(who, out TimeSpan due))
                {
                    Assert.InRange(owners[who].Passed[0].TotalMilliseconds, due.TotalMilliseconds - 0.6, due.TotalMilliseconds + 1.1);
                }
            }

            Assert.Equal(0, queue.Count);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_corrected_wall_clock_moves_no_deadline()
    {
        var time = new ManualTimeProvider();
        using var queue = new DeadlineQueue(time, new SerialQueue(exception => throw exception));
        var owner = new Owner(queue);
        queue.Arm(owner.Deadline, TimeSpan.FromSeconds(10));
        time.StepWallClock(TimeSpan.FromHours(2));
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(owner.Passed);
        time.StepWallClock(TimeSpan.FromHours(-3));
        time.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Single(owner.Passed);
    }

    private sealed class Owner : IDeadlineOwner
    {
        private readonly DeadlineQueue _queue;

        public Owner(DeadlineQueue queue)
        {
            _queue = queue;
            Deadline = new Deadline(this);
        }

        public Deadline Deadline { get; }

        public List<TimeSpan> Passed { get; } = [];

        public void OnDeadline(Deadline deadline) => Passed.Add(_queue.Now);
    }
}
