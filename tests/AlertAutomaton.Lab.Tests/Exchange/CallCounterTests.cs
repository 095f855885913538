using AlertAutomaton.Lab.Exchange;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Lab.Tests.Exchange;

public sealed class CallCounterTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void No_more_calls_enter_than_there_are_channels()
    {
        var counter = new CallCounter(2, null, _time);
        Assert.True(counter.TryEnter(out _));
        Assert.True(counter.TryEnter(out _));
        Assert.False(counter.TryEnter(out bool tooFast));
        Assert.False(tooFast);
        counter.Leave();
        Assert.True(counter.TryEnter(out _));
        Assert.Equal((2, 2, 1), (counter.InUse, counter.Peak, counter.OverLimit));
    }

    [Fact]
    public void Calls_beyond_the_pace_are_turned_away_until_the_second_is_over()
    {
        var counter = new CallCounter(null, 10, _time);
        int taken = Enumerable.Range(0, 30).Count(_ => counter.TryEnter(out bool _));
        Assert.Equal(11, taken);
        Assert.False(counter.TryEnter(out bool tooFast));
        Assert.True(tooFast);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(counter.TryEnter(out _));
    }

    [Fact]
    public void Calls_to_one_number_are_counted()
    {
        var counter = new CallCounter(null, null, _time);
        Assert.Equal((1, 2, 1), (counter.Next("a"), counter.Next("a"), counter.Next("b")));
        Assert.Equal((2, 0), (counter.CallsTo("a"), counter.CallsTo("c")));
    }
}
