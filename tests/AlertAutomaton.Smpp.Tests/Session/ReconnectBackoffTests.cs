using AlertAutomaton.Smpp.Session;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Smpp.Tests.Session;

public sealed class ReconnectBackoffTests
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Fact]
    public void Waits_double_from_one_second_to_a_minute() =>
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Waits(ReconnectCause.Unreachable, 8));

    [Fact]
    public void A_refused_password_is_tried_at_most_once_a_minute() =>
        Assert.All(Waits(ReconnectCause.CredentialsRefused, 10), wait => Assert.True(wait >= 60));

    [Fact]
    public void A_session_that_the_gateway_still_believes_in_is_given_time() =>
        Assert.Equal([5, 10, 20, 40, 60], Waits(ReconnectCause.AlreadyBound, 5));

    [Fact]
    public void A_session_that_lasted_starts_afresh_and_one_that_did_not_does_not()
    {
        Assert.Equal(1, ReconnectBackoff.Next(9, ReconnectCause.Unreachable, TimeSpan.FromMinutes(5), 0, First, Longest).Wait.TotalSeconds);
        Assert.Equal(60, ReconnectBackoff.Next(9, ReconnectCause.Unreachable, TimeSpan.FromSeconds(2), 0, First, Longest).Wait.TotalSeconds);
    }

    [Fact]
    public void No_wait_is_outside_of_its_bounds()
    {
        var cases =
            from failures in Gen.Choose(0, int.MaxValue)
            from cause in Gen.Elements(Enum.GetValues<ReconnectCause>())
            from chance in Gen.Choose(0, 100)
            select (failures, cause, chance);
        Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var wait = ReconnectBackoff.Next(test.failures, test.cause, TimeSpan.Zero, test.chance / 100.0, First, Longest).Wait;
            return wait >= First && wait <= Longest;
        }).QuickCheckThrowOnFailure();
    }

    private static double[] Waits(ReconnectCause cause, int count)
    {
        var waits = new double[count];
        int failures = 0;
        for (int i = 0; i < count; i++)
        {
            (failures, var wait) = ReconnectBackoff.Next(failures, cause, TimeSpan.Zero, 0, First, Longest);
            waits[i] = wait.TotalSeconds;
        }

        return waits;
    }
}
