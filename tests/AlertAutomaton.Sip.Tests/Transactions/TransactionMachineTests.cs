using AlertAutomaton.Sip.Transactions;

namespace AlertAutomaton.Sip.Tests.Transactions;

/// <summary>The four machines of RFC 3261 §17 with RFC 6026, each history as inputs and effects.</summary>
public sealed class TransactionMachineTests
{
    [Theory]
    [InlineData(false, "begin A A A", "send+A:0.5+B:32 | send+A:1 | send+A:2 | send+A:4 => Calling")]
    [InlineData(true, "begin A", "send+B:32 | send+A:1 => Calling")]
    [InlineData(false, "begin B", "send+A:0.5+B:32 | stop+timeout+gone => Terminated")]
    [InlineData(false, "begin failed", "send+A:0.5+B:32 | stop+failure+gone => Terminated")]
    [InlineData(false, "begin 100 180 A", "send+A:0.5+B:32 | stop+tell100 | tell180 |  => Proceeding")]
    [InlineData(false, "begin 200 200 486 M 200", "send+A:0.5+B:32 | stop+M:32+tell200 | tell200 |  | stop+gone |  => Terminated")]
    [InlineData(true, "begin 180 200 M", "send+B:32 | stop+tell180 | stop+M:32+tell200 | stop+gone => Terminated")]
    [InlineData(false, "begin 180 486 486 200 D", "send+A:0.5+B:32 | stop+tell180 | stop+ack486+D:32+tell486 | ack486 |  | stop+gone => Terminated")]
    [InlineData(true, "begin 503", "send+B:32 | stop+ack503+tell503+gone => Terminated")]
    [InlineData(false, "begin 180 abandon", "send+A:0.5+B:32 | stop+tell180 | stop+timeout+gone => Terminated")]
    [InlineData(false, "180 B", " |  => Initial")]
    public void Invite_client(bool reliable, string inputs, string expected) => Assert.Equal(
        expected, TransactionScript.Run(InviteClientTransaction.Initial(reliable), InviteClientTransaction.Step, state => state.Phase, inputs));

    [Theory]
    [InlineData(false, "begin E E E E E", "send+E:0.5+F:32 | send+E:1 | send+E:2 | send+E:4 | send+E:4 | send+E:4 => Trying")]
    [InlineData(false, "begin 100 E E", "send+E:0.5+F:32 | tell100 | send+E:4 | send+E:4 => Proceeding")]
    [InlineData(false, "begin F", "send+E:0.5+F:32 | stop+timeout+gone => Terminated")]
    [InlineData(false, "begin 100 F", "send+E:0.5+F:32 | tell100 | stop+timeout+gone => Terminated")]
    [InlineData(false, "begin failed", "send+E:0.5+F:32 | stop+failure+gone => Terminated")]
    [InlineData(false, "begin 200 200 K", "send+E:0.5+F:32 | stop+K:5+tell200 |  | stop+gone => Terminated")]
    [InlineData(true, "begin 404", "send+F:32 | stop+tell404+gone => Terminated")]
    public void Other_client(bool reliable, string inputs, string expected) => Assert.Equal(
        expected, TransactionScript.Run(NonInviteClientTransaction.Initial(reliable), NonInviteClientTransaction.Step, state => state.Phase, inputs));

    [Theory]
    [InlineData(false, "begin Trying repeat", "Trying:0.2 | send100 | resend => Proceeding")]
    [InlineData(false, "begin repeat", "Trying:0.2 | stop+send100 => Proceeding")]
    [InlineData(false, "begin answer:180 Trying repeat", "Trying:0.2 | stop+send180 |  | resend => Proceeding")]
    [InlineData(false, "begin answer:200 repeat answer:200 ack L", "Trying:0.2 | stop+L:32+send200 |  | send200 | tellack | stop+gone => Terminated")]
    [InlineData(false, "begin answer:486 G G G G repeat", "Trying:0.2 | stop+G:0.5+H:32+send486 | resend+G:1 | resend+G:2 | resend+G:4 | resend+G:4 | resend => Completed")]
    [InlineData(false, "begin answer:486 ack ack I", "Trying:0.2 | stop+G:0.5+H:32+send486 | stop+I:5 |  | stop+gone => Terminated")]
    [InlineData(true, "begin answer:486 ack", "Trying:0.2 | stop+H:32+send486 | stop+gone => Terminated")]
    [InlineData(false, "begin answer:486 H", "Trying:0.2 | stop+G:0.5+H:32+send486 | stop+timeout+gone => Terminated")]
    [InlineData(false, "begin failed", "Trying:0.2 | stop+failure+gone => Terminated")]
    [InlineData(false, "begin answer:486 answer:200", "Trying:0.2 | stop+G:0.5+H:32+send486 |  => Completed")]
    public void Invite_server(bool reliable, string inputs, string expected) => Assert.Equal(
        expected, TransactionScript.Run(InviteServerTransaction.Initial(reliable), InviteServerTransaction.Step, state => state.Phase, inputs));

    [Theory]
    [InlineData(false, "repeat answer:200 repeat J", " | J:32+send200 | resend | stop+gone => Terminated")]
    [InlineData(false, "answer:100 repeat answer:404 answer:200", "send100 | resend | J:32+send404 |  => Completed")]
    [InlineData(true, "answer:200", "send200+gone => Terminated")]
    [InlineData(false, "answer:200 failed", "J:32+send200 | stop+failure+gone => Terminated")]
    public void Other_server(bool reliable, string inputs, string expected) => Assert.Equal(
        expected, TransactionScript.Run(NonInviteServerTransaction.Initial(reliable), NonInviteServerTransaction.Step, state => state.Phase, inputs));

    [Fact]
    public void A_terminated_machine_takes_nothing_more()
    {
        string[] inputs = ["begin", "100", "200", "486", "A", "B", "D", "M", "failed", "abandon"];
        var gone = new InviteClientState(InviteClientPhase.Terminated, Reliable: false);
        Assert.All(inputs, input => Assert.Equal(" => Terminated", TransactionScript.Run(gone, InviteClientTransaction.Step, state => state.Phase, input)));
    }
}
