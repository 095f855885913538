using AlertAutomaton.Channels.Sms.Gateways;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Channels.Tests.Sms.Gateways;

/// <summary>Which share of the texts waited too long for a receipt.</summary>
public sealed class ReceiptDelaysTests
{
    private readonly ReceiptDelays _delays = new(new GatewaySwitchOptions());

    [Fact]
    public void A_text_is_slow_once_it_waited_five_minutes()
    {
        _delays.Sent(Minute(0));
        Assert.Equal((1, 0), _delays.Measure(Minute(5)));
        Assert.Equal((1, 1), _delays.Measure(Minute(5.3)));
    }

    [Fact]
    public void A_receipt_in_time_makes_it_quick_for_good()
    {
        _delays.Sent(Minute(0));
        _delays.Received(Minute(0), Minute(1));
        Assert.Equal((1, 0), _delays.Measure(Minute(10)));
    }

    [Fact]
    public void A_receipt_too_late_leaves_it_slow()
    {
        _delays.Sent(Minute(0));
        _delays.Received(Minute(0), Minute(6));
        Assert.Equal((1, 1), _delays.Measure(Minute(7)));
    }

    [Fact]
    public void Texts_older_than_a_quarter_of_an_hour_are_forgotten()
    {
        _delays.Sent(Minute(0));
        Assert.Equal((0, 0), _delays.Measure(Minute(15)));
        _delays.Received(Minute(0), Minute(16));
        Assert.Equal((0, 0), _delays.Measure(Minute(16)));
    }

    [Fact]
    public void The_count_follows_a_plain_list_within_one_slice()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), steps =>
        {
            var delays = new ReceiptDelays(new GatewaySwitchOptions());
            var texts = new List<(TimeSpan Sent, TimeSpan? Received)>();
            var now = TimeSpan.Zero;
            foreach (var step in steps)
            {
                now += TimeSpan.FromSeconds(step % 40);
                delays.Sent(now);
                texts.Add((now, null));
                var answered = texts.FindIndex(text => text.Received is null);
                if (step % 2 == 0 && answered >= 0)
                {
                    delays.Received(texts[answered].Sent, now);
                    texts[answered] = (texts[answered].Sent, now);
                }

                var (count, slow) = delays.Measure(now);
                Assert.InRange(count, Recent(TimeSpan.FromMinutes(14.75)), Recent(TimeSpan.FromMinutes(15.25)));
                Assert.InRange(slow, 0, texts.Count(text => now - text.Sent < TimeSpan.FromMinutes(15.25) && (text.Received ?? now) - text.Sent > TimeSpan.FromMinutes(5)));
            }

            int Recent(TimeSpan within) => texts.Count(text => now - text.Sent < within);
        }).QuickCheckThrowOnFailure();
    }

    private static TimeSpan Minute(double minutes) => TimeSpan.FromMinutes(minutes);
}
