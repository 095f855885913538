using AlertAutomaton.VoiceServer.Dialogues;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.VoiceServer.Tests.Dialogues;

public sealed class DigitEntryTests
{
    [Theory]
    [InlineData(1, 4, "412#", "412", true)]
    [InlineData(3, 8, "12#", "12", false)]
    [InlineData(0, 3, "#", "", true)]
    [InlineData(5, 5, "12345", "12345", true)]
    [InlineData(1, 2, "123", "12", false)]
    [InlineData(1, 4, "41*7#", "7", true)]
    [InlineData(1, 4, "A", "", false)]
    public void Keys_make_a_number_or_do_not(int fewest, int most, string keys, string typed, bool complete)
    {
        DigitEntry entry = Press(new DigitEntry(fewest, most), keys);
        Assert.Equal((typed, complete), (entry.Typed, entry.Complete));
    }

    [Fact]
    public void The_star_takes_back_first_and_leads_back_then()
    {
        Assert.False(Press(new DigitEntry(1, 4), "12*").Back);
        Assert.True(Press(new DigitEntry(1, 4), "12**").Back);
    }

    [Fact]
    public void What_is_long_enough_stands_when_nothing_more_comes()
    {
        Assert.True(Press(new DigitEntry(3, 8), "1042").TimeOut().Complete);
        Assert.False(Press(new DigitEntry(3, 8), "10").TimeOut().Complete);
        Assert.False(new DigitEntry(0, 3).TimeOut().Complete);
    }

    [Fact]
    public void Digits_are_never_printed()
    {
        Assert.DoesNotContain("739264", Press(new DigitEntry(1, 12), "739264").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("739264", Answer.Of("739264").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void However_keys_come_a_complete_number_is_digits_within_the_bounds()
    {
        Prop.ForAll(
            Gen.Elements("0123456789*#AD".ToCharArray()).ListOf().ToArbitrary(),
            keys =>
            {
                DigitEntry entry = Press(new DigitEntry(2, 6), string.Concat(keys));
                return entry.Typed.Length <= 6 && entry.Typed.All(char.IsAsciiDigit) && (entry.Complete != true || entry.Typed.Length >= 2);
            }).QuickCheckThrowOnFailure();
    }

    private static DigitEntry Press(DigitEntry entry, string keys)
    {
        foreach (char key in keys)
        {
            if (entry is { Complete: null, Back: false })
            {
                entry = entry.Press(key);
            }
        }

        return entry;
    }
}
