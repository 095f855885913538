using AlertAutomaton.Smpp.Pdus;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Smpp.Tests.Pdus;

public sealed class SmppTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Times_are_written_as_the_specification_shows_them()
    {
        Assert.Equal("260115210000500+", SmppTime.FormatAbsolute(new DateTimeOffset(2026, 1, 15, 22, 0, 0, 500, TimeSpan.FromHours(1))));
        Assert.Equal("000002033005000R", SmppTime.FormatRelative(new TimeSpan(2, 3, 30, 5)));
        Assert.Equal("000000000001000R", SmppTime.FormatRelative(TimeSpan.Zero));
        Assert.Equal("000062000000000R", SmppTime.FormatRelative(TimeSpan.FromDays(9_999)));
    }

    [Theory]
    [InlineData("260115220000004+", "2026-01-15T21:00:00Z")]
    [InlineData("260115160000016-", "2026-01-15T20:00:00Z")]
    [InlineData("000000010000000R", "2026-01-15T21:00:00Z")]
    public void Times_are_read_in_both_forms(string text, string time)
    {
        Assert.True(SmppTime.TryParse(text, Now, out var read));
        Assert.Equal(DateTimeOffset.Parse(time), read);
    }

    [Fact]
    public void What_is_written_is_read_again() =>
        Prop.ForAll(Gen.Choose(1, 62 * 24 * 3600).ToArbitrary(), seconds =>
            SmppTime.TryParse(SmppTime.FormatAbsolute(Now.AddSeconds(seconds)), Now, out var absolute) && absolute == Now.AddSeconds(seconds)
            && SmppTime.TryParse(SmppTime.FormatRelative(TimeSpan.FromSeconds(seconds)), Now, out var relative) && relative == Now.AddSeconds(seconds))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        var digits = Gen.ArrayOf(Gen.Elements('0', '1', '2', '3', '5', '9', '+', '-', 'R'), 16).Select(characters => new string(characters));
        Prop.ForAll(digits.ToArbitrary(), text => SmppTime.TryParse(text, Now, out _) || true).QuickCheckThrowOnFailure();
    }
}
