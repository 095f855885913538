using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Receipts;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Smpp.Tests.Client;

public sealed class InboundTests
{
    private static readonly DeliverSm Reply = new(SequenceNumber.First)
    {
        Source = new SmppAddress(TypeOfNumber.International, NumberingPlan.Isdn, "33600000001"),
        Destination = new SmppAddress(TypeOfNumber.NetworkSpecific, NumberingPlan.Unknown, "36180"),
        ShortMessage = new OctetString("OK"u8.ToArray()),
    };

    private static readonly DeliverSm Receipt = Reply with
    {
        EsmClass = EsmClass.DeliveryReceipt,
        ShortMessage = new OctetString("id:77 sub:001 dlvrd:001 submit date:2601152000 done date:2601152001 stat:DELIVRD err:000 text:"u8.ToArray()),
    };

    [Fact]
    public async Task A_reply_and_a_receipt_are_stored_and_answered()
    {
        await using var smsc = new TestSmsc();
        var (client, session) = await smsc.BoundClientAsync();
        await using var ending = client;
        Assert.Equal(CommandStatus.Ok, await TestSmsc.Within(session.DeliverAsync(Reply)));
        Assert.Equal(new InboundText("+33600000001", "36180", "OK", false, 0), await smsc.NextStoredAsync());
        Assert.Equal(CommandStatus.Ok, await TestSmsc.Within(session.DeliverAsync(Receipt)));
        var receipt = Assert.IsType<InboundReceipt>(await smsc.NextStoredAsync());
        Assert.Equal(("77", MessageState.Delivered, "+33600000001"), (receipt.Receipt.MessageId, receipt.Receipt.State, receipt.Source));
    }

    [Fact]
    public async Task A_receipt_in_data_sm_is_stored_and_answered()
    {
        await using var smsc = new TestSmsc();
        var (client, session) = await smsc.BoundClientAsync();
        await using var ending = client;
        var receipt = new DataSm(SequenceNumber.First)
        {
            Source = Reply.Source,
            EsmClass = EsmClass.DeliveryReceipt,
            Tlvs = new TlvList(Tlv.OfCString(TlvTag.ReceiptedMessageId, "77"), Tlv.OfByte(TlvTag.MessageState, 3)),
        };
        Assert.Equal(CommandStatus.Ok, await TestSmsc.Within(session.DeliverAsync(receipt)));
        Assert.Equal(MessageState.Expired, Assert.IsType<InboundReceipt>(await smsc.NextStoredAsync()).Receipt.State);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_refused_for_now_and_stored_when_it_comes_again()
    {
        await using var smsc = new TestSmsc();
        int calls = 0;
        smsc.OnStore = _ => Interlocked.Increment(ref calls) switch
        {
            1 => Task.FromResult(false),
            2 => Task.FromException<bool>(new IOException("disk full")),
            _ => Task.FromResult(true),
        };
        var (client, session) = await smsc.BoundClientAsync();
        await using var ending = client;
        Assert.Equal(CommandStatus.ReceiverTemporaryError, await TestSmsc.Within(session.DeliverAsync(Reply)));
        Assert.Equal(CommandStatus.ReceiverTemporaryError, await TestSmsc.Within(session.DeliverAsync(Reply)));
        Assert.Equal(CommandStatus.Ok, await TestSmsc.Within(session.DeliverAsync(Reply)));
        Assert.IsType<InboundText>(await smsc.NextStoredAsync());
        Assert.False(smsc.HasMoreStored);
    }

    [Fact]
    public async Task A_repetition_is_answered_and_not_handed_on()
    {
        await using var smsc = new TestSmsc();
        var (client, session) = await smsc.BoundClientAsync();
        await using var ending = client;
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(CommandStatus.Ok, await TestSmsc.Within(session.DeliverAsync(Receipt)));
            Assert.Equal(CommandStatus.Ok, await TestSmsc.Within(session.DeliverAsync(Reply)));
        }

        Assert.Equal((1, 1, 4), (client.Snapshot().Counts.Receipts, client.Snapshot().Counts.Texts, client.Snapshot().Counts.Repeats));
    }

    [Fact]
    public async Task Who_changes_the_answer_and_changes_it_back_is_heard_each_time()
    {
        await using var smsc = new TestSmsc();
        var (client, session) = await smsc.BoundClientAsync();
        await using var ending = client;
        foreach (string answer in new[] { "2", "1", "2" })
        {
            _ = await TestSmsc.Within(session.DeliverAsync(Reply with { ShortMessage = new OctetString(new[] { (byte)answer[0] }) }));
            Assert.Equal(answer, Assert.IsType<InboundText>(await smsc.NextStoredAsync()).Text);
        }
    }

    [Fact]
    public async Task A_response_does_not_wait_behind_a_receipt_that_is_being_stored()
    {
        var disk = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var smsc = new TestSmsc { OnStore = _ => disk.Task };
        var (client, session) = await smsc.BoundClientAsync();
        await using var ending = client;
        var delivering = session.DeliverAsync(Receipt);
        var result = await TestSmsc.Within(client.SubmitAsync(new SmsSubmission { Destination = "+33600000001", Text = "a" }));
        Assert.Equal(SubmitResultKind.Accepted, result.Kind);
        Assert.False(delivering.IsCompleted);
        disk.SetResult(true);
        Assert.Equal(CommandStatus.Ok, await TestSmsc.Within(delivering));
    }

    [Fact]
    public async Task A_long_reply_is_put_together_and_its_last_segment_repeated_until_it_is_stored()
    {
        await using var smsc = new TestSmsc();
        int calls = 0;
        smsc.OnStore = _ => Task.FromResult(Interlocked.Increment(ref calls) > 1);
        var (client, session) = await smsc.BoundClientAsync();
        await using var ending = client;
        string text = string.Concat(Enumerable.Repeat("tout va bien ", 20));
        DeliverSm[] segments = [.. SmsEncoder.Encode(text).Segments.Select(
            segment => Reply with { EsmClass = EsmClass.UserDataHeader, ShortMessage = segment.ShortMessage })];
        Assert.Equal(2, segments.Length);
        Assert.Equal(CommandStatus.Ok, await TestSmsc.Within(session.DeliverAsync(segments[1])));
        Assert.Equal(CommandStatus.ReceiverTemporaryError, await TestSmsc.Within(session.DeliverAsync(segments[0])));
        Assert.Equal(CommandStatus.Ok, await TestSmsc.Within(session.DeliverAsync(segments[0])));
        Assert.Equal((text, 0), (Assert.IsType<InboundText>(await smsc.NextStoredAsync()) is var whole ? (whole.Text, whole.MissingSegments) : default));
    }

    [Fact]
    public async Task A_receipt_that_names_no_message_is_answered_so_that_it_does_not_come_for_ever()
    {
        await using var smsc = new TestSmsc();
        var (client, session) = await smsc.BoundClientAsync();
        await using var ending = client;
        var nameless = Receipt with { ShortMessage = new OctetString("stat:DELIVRD"u8.ToArray()) };
        Assert.Equal(CommandStatus.Ok, await TestSmsc.Within(session.DeliverAsync(nameless)));
        Assert.Equal(1, client.Snapshot().Counts.Unreadable);
    }
}
