using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;
using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Interop.Tests;

/// <summary>node-smpp is the operator's SMSC: how a session begins, lives and ends.</summary>
public sealed class NodeSmscSessionTests
{
    [Theory]
    [InlineData(SmppBindMode.Transceiver, "bind_transceiver")]
    [InlineData(SmppBindMode.TransmitterAndReceiver, "bind_receiver bind_transmitter")]
    public async Task A_gateway_is_bound_used_both_ways_and_left_with_unbind(SmppBindMode mode, string binds)
    {
        await using NodeSmsc smsc = await NodeSmsc.StartAsync("--receipts", "text");
        GatewayRun run = await GatewayRun.StartBoundAsync(GatewayRun.Options(smsc.Port) with { BindMode = mode }, () => smsc.Output);
        await using (run)
        {
            SubmitResult result = await run.SubmitAsync("+33639980001", "Exercice. Répondez OK.");
            Assert.True(result.Kind == SubmitResultKind.Accepted, result.Text);
            await run.WaitAsync<InboundReceipt>(1);
            await smsc.TellAsync(new { @do = "reply", from = "33639980001", to = "38001", text = "OK" });
            InboundText reply = Assert.Single(await run.WaitAsync<InboundText>(1));
            Assert.Equal(("+33639980001", "38001", "OK"), (reply.Source, reply.Destination, reply.Text));
            Assert.Equal(0, (await smsc.WaitAsync("replied", 1))[0].Status);
        }

        string[] wanted = binds.Split(' ');
        Assert.Equal(wanted, smsc.Seen("bind").Select(bind => bind.Mode!).Order(StringComparer.Ordinal));
        Assert.Equal(wanted, (await smsc.WaitAsync("unbind", wanted.Length)).Select(unbind => unbind.Mode!).Order(StringComparer.Ordinal));
        await smsc.WaitAsync("close", wanted.Length);
        Assert.Empty(smsc.Seen("error"));
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_not_tried_again_at_once()
    {
        await using NodeSmsc smsc = await NodeSmsc.StartAsync();
        await using GatewayRun run = GatewayRun.Start(GatewayRun.Options(smsc.Port) with { Password = "another" }, () => smsc.Output);
        Assert.False((await smsc.WaitAsync("bind", 1))[0].Accepted);
        await smsc.WaitAsync("close", 1);

        // Several times the wait after other faults.
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Single(smsc.Seen("bind"));
        SmppClientSnapshot snapshot = run.Client.Snapshot();
        Assert.False(snapshot.IsBound);
        Assert.Contains(CommandStatusTable.NameOf(CommandStatus.InvalidPassword), snapshot.LastFault, StringComparison.Ordinal);
        Assert.Equal(SubmitResultKind.NotSent, (await run.SubmitAsync("+33639980001", "Exercice")).Kind);
    }

    [Fact]
    public async Task The_client_asks_whether_the_link_lives()
    {
        await using NodeSmsc smsc = await NodeSmsc.StartAsync();
        await using GatewayRun run = await GatewayRun.StartBoundAsync(
            GatewayRun.Options(smsc.Port) with { EnquireLinkInterval = TimeSpan.FromSeconds(1) }, () => smsc.Output);
        await smsc.WaitAsync("enquired", 3);
        Assert.True(run.Client.Snapshot().IsBound);
        Assert.Single(smsc.Seen("bind"));
    }

    [Fact]
    public async Task The_client_answers_whether_the_link_lives()
    {
        await using NodeSmsc smsc = await NodeSmsc.StartAsync("--asks", "200");
        await using GatewayRun run = await GatewayRun.StartBoundAsync(GatewayRun.Options(smsc.Port), () => smsc.Output);
        Assert.All(await smsc.WaitAsync("answered", 5), answer => Assert.Equal(0, answer.Status));
        Assert.Single(smsc.Seen("bind"));
    }
}
