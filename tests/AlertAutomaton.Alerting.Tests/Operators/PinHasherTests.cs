using AlertAutomaton.Alerting.Operators;

namespace AlertAutomaton.Alerting.Tests.Operators;

public sealed class PinHasherTests
{
    private const int Cheap = 10;

    [Fact]
    public void The_own_pin_is_right_the_duress_pin_is_told_apart_and_every_other_is_wrong()
    {
        var secret = PinHasher.Hash("739264", "518306", Cheap);
        Assert.Equal(PinVerdict.Right, PinHasher.Verify("739264", secret, Cheap));
        Assert.Equal(PinVerdict.Duress, PinHasher.Verify("518306", secret, Cheap));
        Assert.Equal(PinVerdict.Wrong, PinHasher.Verify("739265", secret, Cheap));
        Assert.Equal(PinVerdict.Wrong, PinHasher.Verify("", secret, Cheap));
    }

    [Fact]
    public void Nobody_has_no_pin_that_is_right()
    {
        Assert.Equal(PinVerdict.Wrong, PinHasher.Verify("000000", null, Cheap));
    }

    [Fact]
    public void What_is_kept_can_be_read_again_and_differs_for_the_same_pin()
    {
        var secret = PinHasher.Hash("739264", null, Cheap);
        var stored = secret.ToStored();
        Assert.DoesNotContain("739264", stored, StringComparison.Ordinal);
        Assert.NotEqual(stored, PinHasher.Hash("739264", null, Cheap).ToStored());
        Assert.Equal(PinVerdict.Right, PinHasher.Verify("739264", PinSecret.FromStored(stored), Cheap));
        Assert.False(PinSecret.FromStored(stored)!.HasDuress);
        Assert.True(PinSecret.FromStored(PinHasher.Hash("739264", "518306", Cheap).ToStored())!.HasDuress);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pbkdf2-sha256$0$$$")]
    [InlineData("pbkdf2-sha256$99999999$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=$")]
    [InlineData("md5$10$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=$")]
    [InlineData("pbkdf2-sha256$10$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=$")]
    [InlineData("pbkdf2-sha256$10$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=$x")]
    public void Anything_else_is_no_secret(string text)
    {
        Assert.Null(PinSecret.FromStored(text));
    }

    [Fact]
    public void A_printed_operator_or_secret_shows_nothing()
    {
        var who = SampleOperators.Operator("1042", PinHasher.Hash("739264", null, Cheap));
        Assert.DoesNotContain(who.Name, who.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("+33", who.ToString(), StringComparison.Ordinal);
        Assert.Equal("(secret)", who.Pin!.ToString());
    }
}
