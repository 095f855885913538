using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Tests.Pdus;

public sealed class CommandStatusTableTests
{
    [Fact]
    public void Every_status_of_the_specification_has_a_verdict() =>
        Assert.Equal(Enum.GetValues<CommandStatus>().Order(), CommandStatusTable.Known.Order());

    [Theory]
    [InlineData(CommandStatus.Ok, CommandVerdict.Accepted)]
    [InlineData(CommandStatus.InvalidDestinationAddress, CommandVerdict.RejectedDestination)]
    [InlineData(CommandStatus.InvalidSourceAddress, CommandVerdict.RejectedMessage)]
    [InlineData(CommandStatus.Throttled, CommandVerdict.Throttled)]
    [InlineData(CommandStatus.MessageQueueFull, CommandVerdict.Throttled)]
    [InlineData(CommandStatus.SystemError, CommandVerdict.Temporary)]
    [InlineData(CommandStatus.InvalidPassword, CommandVerdict.CredentialsRefused)]
    [InlineData(CommandStatus.AlreadyBound, CommandVerdict.AlreadyBound)]
    [InlineData((CommandStatus)0x0400, CommandVerdict.Temporary)]
    public void A_status_means_what_the_field_knows(CommandStatus status, CommandVerdict verdict) =>
        Assert.Equal(verdict, CommandStatusTable.VerdictOf(status));

    [Fact]
    public void A_status_is_named_with_its_number()
    {
        Assert.Equal("ESME_RTHROTTLED (0x58)", CommandStatusTable.NameOf(CommandStatus.Throttled));
        Assert.Equal("status (0x401)", CommandStatusTable.NameOf((CommandStatus)0x401));
    }
}
