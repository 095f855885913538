using AlertAutomaton.Alerting.Operators;

namespace AlertAutomaton.Alerting.Tests.Operators;

public sealed class PinRulesTests
{
    [Theory]
    [InlineData("12345", PinFault.TooShort)]
    [InlineData("1234567890123", PinFault.TooLong)]
    [InlineData("12a456", PinFault.NotDigits)]
    [InlineData("000000", PinFault.TooFewDigits)]
    [InlineData("121212", PinFault.TooFewDigits)]
    [InlineData("110001", PinFault.TooFewDigits)]
    [InlineData("123456", PinFault.Run)]
    [InlineData("567890", PinFault.Run)]
    [InlineData("987654", PinFault.Run)]
    [InlineData("135791", PinFault.Run)]
    [InlineData("123123", PinFault.Repeated)]
    [InlineData("12341234", PinFault.Repeated)]
    [InlineData("123321", PinFault.Mirrored)]
    [InlineData("140789", PinFault.Date)]
    [InlineData("071489", PinFault.Date)]
    [InlineData("890714", PinFault.Date)]
    [InlineData("14071989", PinFault.Date)]
    [InlineData("19890714", PinFault.Date)]
    [InlineData("104297", PinFault.OperatorNumber)]
    [InlineData("162004", PinFault.PhoneNumber)]
    [InlineData("583926", PinFault.NearTheOther)]
    [InlineData("739264", PinFault.None)]
    [InlineData("80461937", PinFault.None)]
    public void What_people_choose_first_is_refused(string pin, PinFault fault)
    {
        Assert.Equal(fault, PinRules.Check(pin, "1042", "+33162004242", "583916"));
    }
}
