using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Receipts;
using AlertAutomaton.Smpp.Text;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Smpp.Tests.Receipts;

public sealed class DeliveryReceiptParserTests
{
    [Theory]
    [InlineData("id:0123456789 sub:001 dlvrd:001 submit date:2601152000 done date:2601152001 stat:DELIVRD err:000 text:ALERTE", "0123456789", MessageState.Delivered, "000")]
    [InlineData("id:1A2B submit date:2601152000 done date:2601152001 stat:UNDELIV err:1042", "1A2B", MessageState.Undeliverable, "1042")]
    [InlineData("id:1A2B stat:EXPIRED err:ABSENT", "1A2B", MessageState.Expired, "ABSENT")]
    [InlineData("ID:1A2B STAT:ACCEPTD", "1A2B", MessageState.Accepted, null)]
    [InlineData("stat:REJECTD err:11 id:77", "77", MessageState.Rejected, "11")]
    [InlineData("id:77 stat:delivrd text:", "77", MessageState.Delivered, null)]
    [InlineData("id:77 stat:SOMETHING", "77", MessageState.Unknown, null)]
    [InlineData("id:77 stat:BUFFRED", "77", MessageState.EnRoute, null)]
    [InlineData("text:bonjour id:77 stat:DELIVRD", "77", MessageState.Delivered, null)]
    [InlineData("id:77 stat:EXPIRED text:id:88 stat:DELIVRD", "77", MessageState.Expired, null)]
    [InlineData("id: 77 stat: DELETED", "77", MessageState.Deleted, null)]
    [InlineData("id:77,stat:DELIVRD", "77", MessageState.Delivered, null)]
    public void The_text_of_a_receipt_is_read_with_its_quirks(string text, string id, MessageState state, string? error)
    {
        Assert.True(DeliveryReceiptParser.TryParse(text, TlvList.Empty, out var receipt));
        Assert.Equal((id, state, error), (receipt.MessageId, receipt.State, receipt.Error));
    }

    [Theory]
    [InlineData("2601152000", "2026-01-15T20:00:00Z")]
    [InlineData("260115200030", "2026-01-15T20:00:30Z")]
    [InlineData("202601152000", "2026-01-15T20:00:00Z")]
    [InlineData("20260115200030", "2026-01-15T20:00:30Z")]
    [InlineData("2601152000+0100", "2026-01-15T19:00:00Z")]
    [InlineData("260115200030+01:00", "2026-01-15T19:00:30Z")]
    [InlineData("2026-01-15 20:00:30", "2026-01-15T20:00:30Z")]
    [InlineData("2026-01-15T20:00:30Z", "2026-01-15T20:00:30Z")]
    public void Dates_are_read_with_seconds_and_zones(string date, string time)
    {
        Assert.True(DeliveryReceiptParser.TryParse($"id:1 done date:{date} stat:DELIVRD err:0", TlvList.Empty, out var receipt));
        Assert.Equal(DateTimeOffset.Parse(time), receipt.DoneAt);
    }

    [Fact]
    public void A_date_that_is_none_costs_only_the_date()
    {
        Assert.True(DeliveryReceiptParser.TryParse("id:1 submit date:yesterday done date:9999999999 stat:DELIVRD", TlvList.Empty, out var receipt));
        Assert.Equal((null, null), (receipt.SubmittedAt, receipt.DoneAt));
    }

    [Fact]
    public void Parameters_are_preferred_to_the_text()
    {
        var tlvs = new TlvList(
            Tlv.OfCString(TlvTag.ReceiptedMessageId, "1a2b"),
            Tlv.OfByte(TlvTag.MessageState, 5),
            new Tlv(TlvTag.NetworkErrorCode, new OctetString(new byte[] { 3, 0, 27 })));
        Assert.True(DeliveryReceiptParser.TryParse("id:6699 stat:DELIVRD err:001", tlvs, out var receipt));
        Assert.Equal(("1a2b", MessageState.Undeliverable, "001"), (receipt.MessageId, receipt.State, receipt.Error));
        Assert.Equal(new NetworkErrorCode(3, 27), receipt.NetworkError);
    }

    [Fact]
    public void A_reply_that_looks_like_a_receipt_is_none()
    {
        var forged = new DeliverSm(SequenceNumber.First) { ShortMessage = new OctetString("id:1 stat:DELIVRD"u8.ToArray()) };
        Assert.False(DeliveryReceiptParser.TryParse(forged, SmsDefaultAlphabet.Gsm, out _));
        Assert.True(DeliveryReceiptParser.TryParse(forged with { EsmClass = EsmClass.DeliveryReceipt }, SmsDefaultAlphabet.Gsm, out _));
    }

    [Theory]
    [InlineData("deliver-sm-receipt", "0123456789", MessageState.Delivered)]
    [InlineData("deliver-sm-receipt-tlv", "1a2b3c4d", MessageState.Delivered)]
    [InlineData("deliver-sm-receipt-unknown-tlv", "0123456789", MessageState.Undeliverable)]
    public void Recorded_receipts_are_read(string name, string id, MessageState state)
    {
        Assert.True(PduParser.TryParse(Corpus.Pdus[name], out _, out var pdu, out _));
        Assert.True(DeliveryReceiptParser.TryParse(Assert.IsType<DeliverSm>(pdu), SmsDefaultAlphabet.Gsm, out var receipt));
        Assert.Equal((id, state), (receipt.MessageId, receipt.State));
    }

    [Fact]
    public void A_receipt_in_data_sm_is_read()
    {
        Assert.True(PduParser.TryParse(Corpus.Pdus["data-sm-receipt"], out _, out var pdu, out _));
        Assert.True(DeliveryReceiptParser.TryParse(Assert.IsType<DataSm>(pdu), SmsDefaultAlphabet.Gsm, out var receipt));
        Assert.Equal(("77", MessageState.Expired), (receipt.MessageId, receipt.State));
    }

    [Theory]
    [InlineData(MessageState.EnRoute, false)]
    [InlineData(MessageState.Accepted, false)]
    [InlineData(MessageState.Scheduled, false)]
    [InlineData(MessageState.Delivered, true)]
    [InlineData(MessageState.Unknown, true)]
    public void Only_some_states_are_final(MessageState state, bool isFinal) => Assert.Equal(isFinal, state.IsFinal());

    [Fact]
    public void No_text_makes_the_parser_throw()
    {
        var words = Gen.ListOf(Gen.OneOf(
            Gen.Elements("id:", "stat:", "err:", "text:", "done date:", "submit date:", " ", "DELIVRD", "2601152000", "+01", "Z", "\0"),
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""))).Select(string.Concat);
        Prop.ForAll(words.ToArbitrary(), text => DeliveryReceiptParser.TryParse(text, TlvList.Empty, out var receipt) == receipt is not null)
            .QuickCheckThrowOnFailure();
    }
}
