using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Tests.Pdus;

public sealed class SmppAddressTests
{
    [Theory]
    [InlineData("+33600000001", TypeOfNumber.International, NumberingPlan.Isdn, "33600000001")]
    [InlineData("36180", TypeOfNumber.NetworkSpecific, NumberingPlan.Unknown, "36180")]
    [InlineData("0600000001", TypeOfNumber.National, NumberingPlan.Isdn, "0600000001")]
    [InlineData("MAIRIE", TypeOfNumber.Alphanumeric, NumberingPlan.Unknown, "MAIRIE")]
    [InlineData("112 INFO", TypeOfNumber.Alphanumeric, NumberingPlan.Unknown, "112 INFO")]
    [InlineData("+", TypeOfNumber.Alphanumeric, NumberingPlan.Unknown, "+")]
    [InlineData("", TypeOfNumber.Unknown, NumberingPlan.Unknown, "")]
    public void The_kind_of_an_address_is_guessed_as_gateways_expect_it(string address, TypeOfNumber ton, NumberingPlan npi, string value) =>
        Assert.Equal(new SmppAddress(ton, npi, value), SmppAddress.Detect(address));
}
