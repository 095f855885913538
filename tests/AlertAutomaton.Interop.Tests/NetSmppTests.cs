using System.Buffers;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Tests;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Interop.Tests;

/// <summary>Net::SMPP reads and writes the same PDUs: a second opinion on what the octets mean.</summary>
public sealed class NetSmppTests
{
    // It writes only parameters that it knows; and it gives an alert_notification the body that this product leaves unread.
    private static readonly string[] NotWritten = ["deliver-sm-receipt-unknown-tlv", "alert-notification"];

    [Fact]
    public async Task Recorded_pdus_are_read_the_same()
    {
        await using NetSmppOpinion opinion = NetSmppOpinion.Start();
        foreach ((string name, byte[] octets) in Corpus.Pdus.Where(pdu => pdu.Key != "alert-notification"))
        {
            AssertSame(name, PduFields.Of(Parse(octets)), await opinion.ReadAsync(octets));
        }
    }

    [Fact]
    public async Task What_it_writes_is_read_the_same()
    {
        await using NetSmppOpinion opinion = NetSmppOpinion.Start();
        foreach ((string name, byte[] octets) in Corpus.Pdus.Where(pdu => !NotWritten.Contains(pdu.Key, StringComparer.Ordinal)))
        {
            SmppPdu pdu = Parse(octets);
            AssertSame(name, PduFields.Of(pdu), PduFields.Of(Parse(await opinion.WriteAsync(PduFields.Of(pdu)))));
        }
    }

    [Theory]
    [InlineData(SmsConcatenation.UserDataHeader8)]
    [InlineData(SmsConcatenation.UserDataHeader16)]
    [InlineData(SmsConcatenation.SegmentationParameters)]
    [InlineData(SmsConcatenation.MessagePayload)]
    public async Task Every_text_of_the_table_is_written_so_that_it_is_read_the_same(SmsConcatenation way)
    {
        await using NetSmppOpinion opinion = NetSmppOpinion.Start();
        foreach (Corpus.Row row in Corpus.Texts)
        {
            EncodedSms encoded = SmsEncoder.Encode(row.Text, new SmsTextOptions { Concatenation = way }, reference: 0x1234);
            foreach (SmsSegment segment in encoded.Segments)
            {
                var submit = new SubmitSm(SequenceNumber.First)
                {
                    Source = SmppAddress.Detect("MAIRIE"),
                    Destination = SmppAddress.Detect("+33639980001"),
                    EsmClass = segment.HasUserDataHeader ? EsmClass.UserDataHeader : (byte)0,
                    PriorityFlag = 3,
                    RegisteredDelivery = 1,
                    ValidityPeriod = SmppTime.FormatRelative(TimeSpan.FromHours(4)),
                    DataCoding = encoded.DataCoding,
                    ShortMessage = segment.ShortMessage,
                    Tlvs = segment.Tlvs,
                };
                AssertSame(row.Name, PduFields.Of(submit), await opinion.ReadAsync(Write(submit)));
            }
        }
    }

    private static void AssertSame(string name, PduFields ours, PduFields theirs)
    {
        Assert.Equal((name, ours.Command, ours.Status, ours.Sequence), (name, theirs.Command, theirs.Status, theirs.Sequence));
        Assert.True(ours.Fields.SequenceEqual(theirs.Fields), $"{name}\nours:   {string.Join(' ', ours.Fields)}\ntheirs: {string.Join(' ', theirs.Fields)}");
        Assert.True(ours.Tlvs.SequenceEqual(theirs.Tlvs), $"{name}\nours:   {string.Join(' ', ours.Tlvs)}\ntheirs: {string.Join(' ', theirs.Tlvs)}");
    }

    private static SmppPdu Parse(byte[] octets)
    {
        Assert.True(PduParser.TryParse(octets, out _, out SmppPdu? pdu, out PduFault fault), fault.Reason);
        return pdu;
    }

    private static byte[] Write(SmppPdu pdu)
    {
        var output = new ArrayBufferWriter<byte>();
        pdu.WriteTo(output);
        return output.WrittenSpan.ToArray();
    }
}
