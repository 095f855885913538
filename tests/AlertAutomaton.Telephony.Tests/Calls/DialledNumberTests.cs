using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Inbound;
using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Telephony.Tests.Calls;

public sealed class DialledNumberTests
{
    [Theory]
    [InlineData(NumberForm.E164, "+33162000000", "+33162000000")]
    [InlineData(NumberForm.E164WithoutPlus, "+33162000000", "33162000000")]
    [InlineData(NumberForm.InternationalPrefix, "+33162000000", "0033162000000")]
    [InlineData(NumberForm.National, "+33162000000", "0162000000")]
    [InlineData(NumberForm.National, "+3227891234", "003227891234")]
    public void A_number_is_written_as_the_trunk_wants_it_and_read_back(NumberForm form, string number, string written)
    {
        Assert.Equal(written, DialledNumber.Write(number, form, "33"));
        var trunk = new TrunkOptions { Name = "t", Uri = "sip:127.0.0.1", NumberForm = form };
        Assert.Equal(number, IncomingNumber.Read(written, trunk));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("anonymous", "anonymous")]
    [InlineData("+33162000000;npdi", "+33162000000")]
    [InlineData("112", "112")]
    [InlineData("999999999999999999999999", "999999999999999999999999")]
    public void What_is_no_number_stays_as_it_is(string? user, string expected) =>
        Assert.Equal(expected, IncomingNumber.Read(user, new TrunkOptions { Name = "t", Uri = "sip:127.0.0.1" }));
}
