using AlertAutomaton.Alerting.PhoneNumbers;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Alerting.Tests.PhoneNumbers;

public sealed class PhoneNumberParserTests
{
    [Theory]
    [InlineData("FR", "01 99 00 12 34", "+33199001234")]
    [InlineData("FR", "06.39.98.00.01", "+33639980001")]
    [InlineData("FR", "+33 (0)6 39 98 00 01", "+33639980001")]
    [InlineData("FR", "0033639980001", "+33639980001")]
    [InlineData("FR", "+33 06 39 98 00 01", "+33639980001")]
    [InlineData("FR", "639980001", "+33639980001")]
    [InlineData("FR", "tel:+33639980001", "+33639980001")]
    [InlineData("FR", "+32 2 555 12 34", "+3225551234")]
    [InlineData("BE", "0470 12 34 56", "+32470123456")]
    [InlineData("CH", "079 123 45 67", "+41791234567")]
    [InlineData("LU", "621 123 456", "+352621123456")]
    [InlineData("DE", "030/1234567", "+49301234567")]
    [InlineData("GB", "020 7946 0000", "+442079460000")]
    [InlineData("ES", "612 34 56 78", "+34612345678")]
    [InlineData("IT", "06 1234 5678", "+390612345678")]
    [InlineData("US", "(212) 555-0100", "+12125550100")]
    [InlineData("US", "011 33 1 99 00 12 34", "+33199001234")]
    [InlineData("FR", "+351 21 000 0000", "+351210000000")]
    public void Numbers_as_people_write_them_are_read(string country, string text, string expected)
    {
        Assert.Equal(PhoneNumberRefusal.None, PhoneNumberParser.TryParse(text, NumberingPlans.Of(country)!, out var number));
        Assert.Equal(expected, number.ToString());
    }

    [Theory]
    [InlineData("", PhoneNumberRefusal.Empty)]
    [InlineData("  ", PhoneNumberRefusal.Empty)]
    [InlineData("none", PhoneNumberRefusal.StrangeCharacter)]
    [InlineData("0199001234 poste 12", PhoneNumberRefusal.StrangeCharacter)]
    [InlineData("15", PhoneNumberRefusal.ShortNumber)]
    [InlineData("3008", PhoneNumberRefusal.ShortNumber)]
    [InlineData("01 99 00 12", PhoneNumberRefusal.TooShort)]
    [InlineData("01 99 00 12 34 56", PhoneNumberRefusal.TooLong)]
    [InlineData("+33 0 99 00 12 34", PhoneNumberRefusal.NotInPlan)]
    [InlineData("12345678901", PhoneNumberRefusal.NotNational)]
    [InlineData("+99", PhoneNumberRefusal.TooShort)]
    [InlineData("+9912345678901234", PhoneNumberRefusal.TooLong)]
    public void What_is_no_number_is_refused_with_its_reason(string text, PhoneNumberRefusal expected) =>
        Assert.Equal(expected, PhoneNumberParser.TryParse(text, NumberingPlans.Of("FR")!, out _));

    [Theory]
    [InlineData("+33639980001", PhoneLineType.Mobile)]
    [InlineData("+33199001234", PhoneLineType.Landline)]
    [InlineData("+33899001234", PhoneLineType.Premium)]
    [InlineData("+33801234567", PhoneLineType.Special)]
    [InlineData("+12125550100", PhoneLineType.Unknown)]
    [InlineData("+41791234567", PhoneLineType.Mobile)]
    public void The_plan_tells_the_kind_of_line(string text, PhoneLineType expected)
    {
        Assert.True(E164Number.TryParse(text, out var number));
        Assert.Equal(expected, NumberingPlans.LineTypeOf(number));
    }

    [Fact]
    public void Whatever_is_read_is_read_again_from_its_own_text()
    {
        var texts = Gen.ArrayOf(Gen.Elements("0123456789+ .-()/x".ToCharArray())).Select(chars => new string(chars)).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            foreach (var plan in NumberingPlans.All)
            {
                if (PhoneNumberParser.TryParse(text, plan, out var number) == PhoneNumberRefusal.None
                    && (!E164Number.TryParse(number.ToString(), out var again) || again != number))
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }
}
