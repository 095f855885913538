using AlertAutomaton.Media.Ports;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Media.Tests.Ports;

public sealed class RtpPortPoolTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void Pairs_are_even_and_each_is_given_once()
    {
        var pool = Pool(20_001, 20_020, start: 4);
        Assert.Equal(9, pool.Capacity);
        var taken = Enumerable.Range(0, 9).Select(_ => Take(pool)).ToArray();
        Assert.Equal(9, taken.Distinct().Count());
        Assert.All(taken, port => Assert.True(port % 2 == 0 && port is >= 20_002 and <= 20_018));
        Assert.Equal(20_010, taken[0]);
        Assert.False(pool.TryTake(out _));
        Assert.Equal(9, pool.InUse);
    }

    [Fact]
    public void A_pair_rests_before_it_is_used_again_and_the_longest_rested_comes_first()
    {
        var pool = Pool(20_000, 20_003);
        var first = Take(pool);
        var second = Take(pool);
        pool.Release(second);
        _time.Advance(TimeSpan.FromSeconds(1));
        pool.Release(first);
        Assert.False(pool.TryTake(out _));
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(second, Take(pool));
        Assert.False(pool.TryTake(out _));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(first, Take(pool));
    }

    [Fact]
    public void What_was_not_taken_cannot_be_given_back()
    {
        var pool = Pool(20_000, 20_001);
        pool.Release(20_000);
        pool.Release(30_000);
        var port = Take(pool);
        pool.Release(port);
        pool.Release(port);
        _time.Advance(TimeSpan.FromSeconds(10));
        Take(pool);
        Assert.False(pool.TryTake(out _));
    }

    [Theory]
    [InlineData(20_000, 20_000)]
    [InlineData(20_001, 20_002)]
    [InlineData(80, 100)]
    [InlineData(65_000, 65_536)]
    [InlineData(30_000, 20_000)]
    public void A_range_without_a_pair_is_named(int first, int last)
    {
        var failure = Assert.Throws<ArgumentException>(() => Pool(first, last));
        Assert.Contains($"{first}-{last}", failure.Message);
    }

    private static int Take(RtpPortPool pool)
    {
        Assert.True(pool.TryTake(out var port));
        return port;
    }

    private RtpPortPool Pool(int first, int last, int start = 0) => new(first, last, TimeSpan.FromSeconds(4), _time, start);
}
