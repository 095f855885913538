using System.Net;
using AlertAutomaton.Daemon.Links.Guesses;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Daemon.Tests.Links;

public sealed class GuessLimiterTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void A_window_begins_with_the_first_guess_and_ends_a_minute_later()
    {
        var limiter = Limiter(sources: 10);
        IPAddress source = Address(1);
        Assert.True(limiter.TryTake(source));
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.True(limiter.TryTake(source));
        Assert.True(limiter.TryTake(source));
        Assert.False(limiter.TryTake(source));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(limiter.TryTake(source));
    }

    [Fact]
    public void Who_follows_links_that_are_there_never_runs_out_of_guesses()
    {
        var limiter = Limiter(sources: 10);
        for (int link = 0; link < 1000; link++)
        {
            Assert.True(limiter.TryTake(Address(1)));
            limiter.GiveBack(Address(1));
        }

        limiter.GiveBack(Address(1));
        limiter.GiveBack(Address(2));
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => limiter.TryTake(Address(1))));
    }

    [Fact]
    public void Many_sources_take_no_more_memory_than_allowed_and_new_ones_are_still_served()
    {
        var limiter = Limiter(sources: 100);
        for (int source = 0; source < 5000; source++)
        {
            Assert.True(limiter.TryTake(Address(source)));
            Assert.InRange(limiter.Sources, 1, 100);
        }

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(limiter.TryTake(Address(1)));
        Assert.Equal(1, limiter.Sources);
    }

    [Theory]
    [InlineData("192.0.2.7", null, "192.0.2.7")]
    [InlineData("192.0.2.7", "198.51.100.1", "192.0.2.7")]
    [InlineData("127.0.0.1", "198.51.100.1", "198.51.100.1")]
    [InlineData("::1", "6.6.6.6, 198.51.100.1", "198.51.100.1")]
    [InlineData("127.0.0.1", "not an address", "127.0.0.1")]
    [InlineData("127.0.0.1", "", "127.0.0.1")]
    [InlineData("::ffff:192.0.2.7", null, "192.0.2.7")]
    [InlineData("127.0.0.1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("127.0.0.1", "2001:db8:1:2:ffff::1", "2001:db8:1:2::")]
    [InlineData(null, null, "255.255.255.255")]
    public void The_source_is_the_peer_or_what_the_proxy_of_this_machine_says(string? peer, string? forwardedFor, string expected) =>
        Assert.Equal(IPAddress.Parse(expected), SourceAddress.Of(peer is null ? null : IPAddress.Parse(peer), forwardedFor));

    private GuessLimiter Limiter(int sources) => new(most: 3, TimeSpan.FromMinutes(1), sources, _clock);

    private static IPAddress Address(int number) => new([10, (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
}
