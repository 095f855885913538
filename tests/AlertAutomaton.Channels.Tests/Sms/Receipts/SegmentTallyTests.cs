using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Channels.Sms.Receipts;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Channels.Tests.Sms.Receipts;

/// <summary>How the receipts of segments add up.</summary>
public sealed class SegmentTallyTests
{
    [Fact]
    public void A_text_is_told_at_most_once_and_delivered_only_when_whole()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Gen.Choose(1, 5).ToArbitrary(), (steps, total) =>
        {
            var tally = new SegmentTally();
            tally.Begin(Id(1), total, TimeSpan.Zero);
            var delivered = new HashSet<int>();
            var told = 0;
            foreach (var step in steps)
            {
                var segment = step % total;
                var isDelivered = step % 7 != 0;
                if (isDelivered && told == 0)
                {
                    delivered.Add(segment);
                }

                if (tally.Take(Id(1), $"{segment}", isDelivered) == TallyVerdict.Tell)
                {
                    told++;
                    Assert.True(!isDelivered || delivered.Count == total);
                }
            }

            Assert.InRange(told, 0, 1);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_oldest_texts_are_forgotten_first()
    {
        var tally = new SegmentTally(mostTexts: 2);
        tally.Begin(Id(1), 1, TimeSpan.Zero);
        tally.Begin(Id(2), 1, TimeSpan.Zero);
        tally.Begin(Id(3), 1, TimeSpan.Zero);
        Assert.Equal([false, true, true], new[] { Id(1), Id(2), Id(3) }.Select(tally.Knows));
        Assert.Equal(2, tally.Texts);
    }

    [Fact]
    public void The_first_receipt_of_a_text_is_known_as_such_once()
    {
        var tally = new SegmentTally();
        tally.Begin(Id(1), 2, TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(3), tally.FirstReceipt(Id(1)));
        Assert.Null(tally.FirstReceipt(Id(1)));
        tally.Restore(Id(2), 1);
        Assert.Null(tally.FirstReceipt(Id(2)));
    }

    private static AttemptId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));
}
