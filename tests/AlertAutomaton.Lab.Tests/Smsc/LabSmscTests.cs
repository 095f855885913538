using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Lab.Smsc;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Lab.Tests.Smsc;

/// <summary>The SMS channel against the lab's SMSC: texts, receipts and replies over a real connection.</summary>
public sealed class LabSmscTests
{
    private const string Silent = "+33639980060";
    private static readonly string Long = string.Concat(Enumerable.Repeat("La rivière monte vite. ", 14));

    [Fact]
    public async Task A_text_arrives_as_it_was_written_and_its_receipt_comes_back()
    {
        await using var bench = await SmscBench.StartAsync();
        var (order, result) = await bench.SendAsync(Silent, "L’eau monte, 5€ {}");
        Assert.Equal(AttemptOutcome.Submitted, result.Outcome);

        var text = await bench.Smsc.ExpectTextAsync(Silent, SmscBench.Patience);
        Assert.Equal("Barran : L'eau monte, 5€ {} Répondez 1 si tout va bien, 2 si vous avez besoin d'aide.", text.Text);
        Assert.Equal((SmsEncoding.Gsm, 1, "+33700000000", true, true), (text.Encoding, text.Segments, text.Sender, text.IsUrgent, text.WantsReceipt));
        Assert.InRange(text.Validity!.Value, TimeSpan.FromHours(5.9), TimeSpan.FromHours(6.1));
        Assert.Equal((order.Attempt, AttemptOutcome.Delivered, "DELIVRD"), await bench.Reports.NextAsync(SmscBench.Patience));
        bench.Smsc.ExpectNothingMore(Silent);
    }

    [Theory]
    [InlineData("🌊 même l’étage", SmsEncoding.Ucs2)]
    [InlineData("La rivière monte", SmsEncoding.Gsm)]
    public async Task Long_texts_are_put_together_in_both_alphabets(string piece, SmsEncoding encoding)
    {
        await using var bench = await SmscBench.StartAsync();
        var said = string.Join(' ', Enumerable.Repeat(piece, 12));
        var (order, result) = await bench.SendAsync(Silent, said);
        var text = await bench.Smsc.ExpectTextAsync(Silent, SmscBench.Patience);
        Assert.Contains(said, text.Text, StringComparison.Ordinal);
        Assert.Equal((encoding, result.Units), (text.Encoding, text.Segments));
        Assert.Equal((order.Attempt, AttemptOutcome.Delivered), Two(await bench.Reports.NextAsync(SmscBench.Patience)));
    }

    [Theory]
    [InlineData(ReceiptManners.None)]
    [InlineData(ReceiptManners.Doubled)]
    [InlineData(ReceiptManners.OutOfOrder)]
    [InlineData(ReceiptManners.BeforeResponse)]
    [InlineData(ReceiptManners.HexThenDecimal)]
    [InlineData(ReceiptManners.WithoutFields)]
    [InlineData(ReceiptManners.ParametersOnly)]
    [InlineData(ReceiptManners.IntermediateFirst)]
    [InlineData(ReceiptManners.Doubled | ReceiptManners.OutOfOrder | ReceiptManners.HexThenDecimal | ReceiptManners.WithoutFields | ReceiptManners.IntermediateFirst)]
    [InlineData(ReceiptManners.BeforeResponse | ReceiptManners.HexThenDecimal | ReceiptManners.ParametersOnly)]
    public async Task Receipts_of_every_manner_find_their_text(ReceiptManners manners)
    {
        await using var bench = await SmscBench.StartAsync(new LabSmscOptions { ReceiptDelay = TimeSpan.Zero, Receipts = manners });
        var (first, _) = await bench.SendAsync(Silent, Long);
        var (second, result) = await bench.SendAsync("+33639980061", Long);
        Assert.Equal(3, result.References.Count);
        var told = new[] { await bench.Reports.NextAsync(SmscBench.Patience), await bench.Reports.NextAsync(SmscBench.Patience) };
        Assert.Equivalent(new[] { first.Attempt, second.Attempt }, told.Select(one => one.Attempt), strict: true);
        Assert.All(told, one => Assert.Equal(AttemptOutcome.Delivered, one.Outcome));
    }

    [Theory]
    [InlineData("+33639980017", AttemptOutcome.Submitted, AttemptOutcome.Expired)]
    [InlineData("+33639980006", AttemptOutcome.Submitted, AttemptOutcome.InvalidNumber)]
    [InlineData("+33639980016", AttemptOutcome.InvalidNumber, null)]
    [InlineData("+33639980001", AttemptOutcome.Submitted, null)]
    public async Task Handsets_fail_by_their_rule(string number, AttemptOutcome submitted, AttemptOutcome? reported)
    {
        await using var bench = await SmscBench.StartAsync();
        var (_, result) = await bench.SendAsync(number);
        Assert.Equal(submitted, result.Outcome);
        if (reported is { } outcome)
        {
            Assert.Equal(outcome, (await bench.Reports.NextAsync(SmscBench.Patience)).Outcome);
            bench.Smsc.ExpectNothingMore(number);
        }
        else
        {
            // The receipt of a text that went later is here, and this one never told of anything.
            await bench.SendAsync(Silent);
            await bench.Reports.NextAsync(SmscBench.Patience);
            Assert.Single(bench.Reports.Told);
        }
    }

    [Theory]
    [InlineData("+33639980002", AcknowledgementOption.Safe)]
    [InlineData("+33639980010", AcknowledgementOption.NeedsHelp)]
    [InlineData("+33639980008", AcknowledgementOption.Safe)]
    [InlineData("+33639980020", AcknowledgementOption.NeedsHelp)]
    public async Task A_reply_acknowledges_and_is_confirmed_to_the_handset(string number, AcknowledgementOption option)
    {
        await using var bench = await SmscBench.StartAsync();
        await bench.SendAsync(number);
        await bench.Smsc.ExpectTextAsync(number, SmscBench.Patience);
        var confirmation = await bench.Smsc.ExpectTextAsync(number, SmscBench.Patience);
        Assert.Contains("noté", confirmation.Text, StringComparison.Ordinal);
        Assert.False(confirmation.IsUrgent || confirmation.WantsReceipt);
        Assert.Equal(option, bench.Engine.Acknowledged[0].Option);
        Assert.Contains(bench.Witness.Entries, entry => entry.What == "reply" && entry.Callee == number);
    }

    [Fact]
    public async Task Stop_and_nonsense_are_answered_as_such()
    {
        await using var bench = await SmscBench.StartAsync();
        await bench.SendAsync("+33639980015");
        await bench.Smsc.ExpectTextAsync("+33639980015", SmscBench.Patience);
        Assert.Contains("plus de SMS", (await bench.Smsc.ExpectTextAsync("+33639980015", SmscBench.Patience)).Text, StringComparison.Ordinal);
        Assert.NotEmpty(bench.Inbox.Refusals);

        await bench.SendAsync("+33639980014");
        await bench.Smsc.ExpectTextAsync("+33639980014", SmscBench.Patience);
        Assert.Contains("pas compris", (await bench.Smsc.ExpectTextAsync("+33639980014", SmscBench.Patience)).Text, StringComparison.Ordinal);
        Assert.Empty(bench.Engine.Acknowledged);
    }

    [Fact]
    public async Task A_gateway_that_falls_mute_is_left_and_taken_again_when_it_speaks()
    {
        await using var bench = await SmscBench.StartAsync(connection: options => options with
        {
            EnquireLinkInterval = TimeSpan.FromSeconds(1), ResponseTimeout = TimeSpan.FromSeconds(5),
        });
        var down = When(bench.Gateway, isUp: false);
        bench.Smsc.IsMute = true;
        await down.WaitAsync(SmscBench.Patience);
        bench.Smsc.IsMute = false;
        var (_, result) = await bench.SendAsync(Silent);
        Assert.Equal(AttemptOutcome.Submitted, result.Outcome);
    }

    [Fact]
    public async Task A_handset_that_got_nothing_is_told_apart()
    {
        await using var bench = await SmscBench.StartAsync();
        await Assert.ThrowsAsync<Assertions.LabAssertionException>(() => bench.Smsc.ExpectTextAsync(Silent, TimeSpan.FromMilliseconds(1)));
        await bench.SendAsync(Silent);
        await bench.Reports.NextAsync(SmscBench.Patience);
        Assert.Throws<Assertions.LabAssertionException>(() => bench.Smsc.ExpectNothingMore(Silent));
    }

    private static (Alerting.Identifiers.AttemptId, AttemptOutcome) Two((Alerting.Identifiers.AttemptId Attempt, AttemptOutcome Outcome, string Detail) told) =>
        (told.Attempt, told.Outcome);

    private static Task When(SmppGateway gateway, bool isUp)
    {
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        gateway.StateChanged += () =>
        {
            if (gateway.IsUp == isUp)
            {
                changed.TrySetResult();
            }
        };
        return changed.Task;
    }
}
