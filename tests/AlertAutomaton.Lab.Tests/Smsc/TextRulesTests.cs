using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Lab.Smsc;

namespace AlertAutomaton.Lab.Tests.Smsc;

/// <summary>One number, one behaviour, for calls and texts.</summary>
public sealed class TextRulesTests
{
    [Fact]
    public void Every_rule_has_a_number() =>
        Assert.Equal(Enum.GetValues<TextRule>(), Enumerable.Range(0, 100).Select(suffix => TextRules.Of($"+336399800{suffix:D2}")).Distinct().Order());

    [Theory]
    [InlineData(PhoneRule.Presses1, TextRule.Replies1)]
    [InlineData(PhoneRule.Presses2, TextRule.Replies2)]
    [InlineData(PhoneRule.SwitchedOff, TextRule.SwitchedOff)]
    [InlineData(PhoneRule.NotFound, TextRule.UnknownSubscriber)]
    [InlineData(PhoneRule.Declines, TextRule.RepliesStop)]
    [InlineData(PhoneRule.Silent, TextRule.Silent)]
    [InlineData(PhoneRule.Voicemail, TextRule.Silent)]
    public void A_handset_texts_as_it_calls(PhoneRule call, TextRule text)
    {
        var number = $"+336399800{(int)call:D2}";
        Assert.Equal((call, text), (PhoneRules.Of(number), TextRules.Of(number)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("MAIRIE")]
    public void What_is_no_number_has_a_rule_all_the_same(string number) => Assert.Equal(TextRule.Silent, TextRules.Of(number));
}
