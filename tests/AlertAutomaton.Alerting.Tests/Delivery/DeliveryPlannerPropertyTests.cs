using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Alerting.Tests.Delivery;

public sealed class DeliveryPlannerPropertyTests
{
    private static readonly Arbitrary<Life> Lives = (
        from points in Gen.ArrayOf(Gen.Choose(1, 4), 3)
        from count in Gen.Choose(1, 3)
        from outcomes in Gen.ArrayOf(Gen.Elements(Enum.GetValues<AttemptOutcome>().Where(o => o != AttemptOutcome.Open).ToArray()), 12)
        from used in Gen.Choose(1, 12)
        from passes in Gen.Choose(0, 4)
        from tries in Gen.Choose(1, 3)
        from floor in Gen.Choose(0, 300)
        from busy in Gen.Choose(0, 300)
        from heard in Gen.Choose(0, 2)
        from most in Gen.Choose(1, 15)
        from minutes in Gen.Choose(1, 300)
        from length in Gen.Choose(0, 60)
        select new Life(
            points[..count],
            outcomes[..used],
            new DeliveryPolicy
            {
                Name = "drawn",
                NumberFloor = TimeSpan.FromSeconds(floor),
                MaximumAttempts = most,
                HeardIsEnoughAfter = heard,
                Lanes =
                [
                    new DeliveryLane
                    {
                        Channel = ChannelKind.Voice,
                        Passes = passes == 0 ? null : passes,
                        TriesPerPoint = tries,
                        BusyDelay = TimeSpan.FromSeconds(busy),
                        PassDelays = [TimeSpan.FromSeconds(busy), TimeSpan.FromSeconds(2 * busy)],
                    },
                ],
            },
            TimeSpan.FromMinutes(minutes),
            TimeSpan.FromSeconds(length))).ToArbitrary();

    [Fact]
    public void Every_recipient_ends_by_the_lifetime() => Holds((life, run) =>
        run.Finish is not null && run.Attempts.TrueForAll(a => a.Begun < PlannerSimulation.Launch + life.Lifetime));

    [Fact]
    public void Nothing_follows_an_acknowledgement() => Holds((_, run) =>
        run.Attempts.FindIndex(a => a.Outcome == AttemptOutcome.Acknowledged) is var at && (at < 0 || at == run.Attempts.Count - 1));

    [Fact]
    public void Two_calls_to_one_number_keep_the_floor() => Holds((life, run) =>
    {
        for (var i = 0; i < run.Attempts.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (life.Numbers[run.Attempts[i].PointIndex] == life.Numbers[run.Attempts[j].PointIndex]
                    && RetryRules.For(run.Attempts[j].Outcome).RingsPhone
                    && run.Attempts[i].Begun - run.Attempts[j].Ended < life.Policy.NumberFloor)
                {
                    return false;
                }
            }
        }

        return true;
    });

    [Fact]
    public void No_step_lies_in_the_past() => Holds((_, run) => !run.PlannedThePast);

    [Fact]
    public void The_budget_is_kept() => Holds((life, run) => run.Attempts.Count(a => RetryRules.For(a.Outcome).Charged) <= life.Policy.MaximumAttempts);

    [Fact]
    public void A_number_that_was_invalid_refused_or_wrong_is_not_called_again() => Holds((life, run) =>
    {
        for (var i = 0; i < run.Attempts.Count; i++)
        {
            var dead = RetryRules.For(run.Attempts[i].Outcome).Action == RetryAction.DropPoint;
            if (dead && run.Attempts.Skip(i + 1).Any(later => life.Numbers[later.PointIndex] == life.Numbers[run.Attempts[i].PointIndex]))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void The_same_history_gives_the_same_step() => Holds((life, run) =>
    {
        var again = life.Run();
        return again.Steps.SequenceEqual(run.Steps) && again.Finish == run.Finish;
    });

    [Fact]
    public void The_final_score_is_the_best_that_happened() => Holds((_, run) =>
        run.Finish!.Score == run.Attempts.Select(a => RetryRules.For(a.Outcome).Score).DefaultIfEmpty(RecipientScore.Unreached).Max());

    private static void Holds(Func<Life, PlannerSimulation, bool> property) =>
        Prop.ForAll(Lives, life => property(life, life.Run())).QuickCheckThrowOnFailure();

    private sealed record Life(int[] Numbers, AttemptOutcome[] Outcomes, DeliveryPolicy Policy, TimeSpan Lifetime, TimeSpan CallLength)
    {
        public PlannerSimulation Run() =>
            new PlannerSimulation(PlannerSimulation.Numbers(Numbers), Policy, Lifetime, Outcomes).Run(CallLength);
    }
}
