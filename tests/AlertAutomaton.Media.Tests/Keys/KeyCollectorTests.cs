using AlertAutomaton.Media.Keys;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Media.Tests.Keys;

public sealed class KeyCollectorTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly KeyCollector _keys;

    public KeyCollectorTests()
    {
        _keys = new KeyCollector(_time);
    }

    [Theory]
    [InlineData(KeySource.TelephoneEvent, KeySource.Info)]
    [InlineData(KeySource.Info, KeySource.TelephoneEvent)]
    [InlineData(KeySource.InBand, KeySource.Info)]
    public void The_first_source_is_the_only_one_from_then_on(KeySource first, KeySource second)
    {
        Assert.True(_keys.Accept('1', first));
        Assert.False(_keys.Accept('1', second));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(_keys.Accept('2', second));
        Assert.True(_keys.Accept('2', first));
        Assert.Equal(2, _keys.Refused);
        Assert.Equal(first, _keys.Source);
    }

    [Fact]
    public void Tones_are_not_believed_where_telephone_event_was_negotiated()
    {
        _keys.TelephoneEventNegotiated = true;
        Assert.False(_keys.Accept('1', KeySource.InBand));
        Assert.True(_keys.Accept('1', KeySource.TelephoneEvent));
    }

    [Fact]
    public void Info_that_repeats_itself_inside_100_ms_is_one_press()
    {
        Assert.True(_keys.Accept('1', KeySource.Info));
        _time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.False(_keys.Accept('1', KeySource.Info));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(_keys.Accept('1', KeySource.Info));
        Assert.True(_keys.Accept('2', KeySource.Info));
    }

    [Fact]
    public void Telephone_events_tell_presses_apart_by_themselves()
    {
        Assert.True(_keys.Accept('1', KeySource.TelephoneEvent));
        Assert.True(_keys.Accept('1', KeySource.TelephoneEvent));
    }
}
