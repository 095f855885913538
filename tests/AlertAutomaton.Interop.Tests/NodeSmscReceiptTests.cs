using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;
using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Receipts;

namespace AlertAutomaton.Interop.Tests;

/// <summary>What node-smpp sends back: receipts in all forms, and replies.</summary>
public sealed class NodeSmscReceiptTests
{
    [Theory]
    [InlineData("text", "decimal", ReceiptIdBase.AsIs)]
    [InlineData("text", "hex", ReceiptIdBase.HexInResponseDecimalInReceipt)]
    [InlineData("tlv", "decimal", ReceiptIdBase.AsIs)]
    [InlineData("tlv", "hex", ReceiptIdBase.AsIs)]
    [InlineData("data", "hex", ReceiptIdBase.AsIs)]
    public async Task Each_message_has_its_receipt(string form, string ids, ReceiptIdBase relation)
    {
        await using NodeSmsc smsc = await NodeSmsc.StartAsync("--receipts", form, "--ids", ids);
        await using GatewayRun run = await GatewayRun.StartBoundAsync(GatewayRun.Options(smsc.Port), () => smsc.Output);
        string[] numbers = [.. Enumerable.Range(1, 20).Select(home => $"+336399801{home:00}")];
        SubmitResult[] results = await Task.WhenAll(numbers.Select(number => run.SubmitAsync(number, "Exercice")));
        IReadOnlyList<InboundReceipt> receipts = await run.WaitAsync<InboundReceipt>(numbers.Length);
        Assert.All(numbers.Zip(results), sent =>
        {
            InboundReceipt receipt = Assert.Single(receipts, receipt => receipt.Source == sent.First);
            Assert.Equal(("MAIRIE", MessageState.Delivered), (receipt.Destination, receipt.Receipt.State));
            Assert.Equal(relation, MessageIdForms.Relation(Assert.Single(sent.Second.MessageIds), receipt.Receipt.MessageId));
        });
        Assert.All(await smsc.WaitAsync("receipt", numbers.Length), receipt => Assert.Equal(0, receipt.Status));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("tlv")]
    public async Task Every_state_is_understood(string form)
    {
        await using NodeSmsc smsc = await NodeSmsc.StartAsync();
        await using GatewayRun run = await GatewayRun.StartBoundAsync(GatewayRun.Options(smsc.Port), () => smsc.Output);
        (string Told, MessageState Understood)[] states =
        [
            ("ENROUTE", MessageState.EnRoute), ("DELIVRD", MessageState.Delivered), ("EXPIRED", MessageState.Expired), ("DELETED", MessageState.Deleted),
            ("UNDELIV", MessageState.Undeliverable), ("ACCEPTD", MessageState.Accepted), ("UNKNOWN", MessageState.Unknown), ("REJECTD", MessageState.Rejected),
        ];
        foreach ((string told, _) in states)
        {
            SubmitResult result = await run.SubmitAsync("+33639980001", "Exercice");
            await smsc.TellAsync(new { @do = "receipt", id = result.MessageIds[0], state = told, form });
        }

        IReadOnlyList<InboundReceipt> receipts = await run.WaitAsync<InboundReceipt>(states.Length);
        Assert.Equal(states.Select(state => state.Understood), receipts.Select(receipt => receipt.Receipt.State));
    }

    [Fact]
    public async Task A_receipt_that_comes_twice_is_answered_twice_and_brought_once()
    {
        await using NodeSmsc smsc = await NodeSmsc.StartAsync("--receipts", "text");
        await using GatewayRun run = await GatewayRun.StartBoundAsync(GatewayRun.Options(smsc.Port), () => smsc.Output);
        SubmitResult result = await run.SubmitAsync("+33639980001", "Exercice");
        await smsc.WaitAsync("receipt", 1);
        await smsc.TellAsync(new { @do = "receipt", id = result.MessageIds[0], state = "DELIVRD" });
        Assert.All(await smsc.WaitAsync("receipt", 2), receipt => Assert.Equal(0, receipt.Status));
        Assert.Single(run.Brought<InboundReceipt>());
        Assert.Equal(1, run.Client.Snapshot().Counts.Repeats);
    }

    [Theory]
    [InlineData("1", 0)]
    [InlineData("Été à l'abri [2] €", 0)]
    [InlineData("STOP", 3)]
    [InlineData("نعم 👍 oui", 8)]
    public async Task A_reply_is_brought_as_it_was_written(string text, int coding)
    {
        await using NodeSmsc smsc = await NodeSmsc.StartAsync();
        await using GatewayRun run = await GatewayRun.StartBoundAsync(GatewayRun.Options(smsc.Port), () => smsc.Output);
        await smsc.TellAsync(new { @do = "reply", from = "33639980001", to = "38001", text, coding });
        InboundText reply = Assert.Single(await run.WaitAsync<InboundText>(1));
        Assert.Equal((text, "+33639980001", "38001", false, 0), (reply.Text, reply.Source, reply.Destination, reply.IsBinary, reply.MissingSegments));
        Assert.Equal(0, (await smsc.WaitAsync("replied", 1))[0].Status);
    }
}
