using System.Buffers;
using System.Text;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Tests.Pdus;

public sealed class PduCorpusTests
{
    [Theory]
    [MemberData(nameof(Corpus.PduNames), MemberType = typeof(Corpus))]
    public void A_recorded_pdu_is_read_written_and_read_again_the_same(string name)
    {
        Assert.True(PduParser.TryParse(Corpus.Pdus[name], out _, out var pdu, out var fault), fault.Reason);
        byte[] written = Write(pdu);
        Assert.True(PduParser.TryParse(written, out var header, out var again, out _));
        Assert.Equal((uint)written.Length, header.CommandLength);
        Assert.Equal(pdu, again);
    }

    [Theory]
    [InlineData("bind-transceiver")]
    [InlineData("bind-transmitter")]
    [InlineData("bind-receiver")]
    [InlineData("bind-transceiver-resp")]
    [InlineData("submit-sm")]
    [InlineData("submit-sm-udh8")]
    [InlineData("submit-sm-udh16-ucs2")]
    [InlineData("submit-sm-sar")]
    [InlineData("submit-sm-payload")]
    [InlineData("submit-sm-resp")]
    [InlineData("deliver-sm-receipt")]
    [InlineData("deliver-sm-receipt-tlv")]
    [InlineData("deliver-sm-receipt-unknown-tlv")]
    [InlineData("data-sm-receipt")]
    [InlineData("generic-nack")]
    [InlineData("outbind")]
    [InlineData("unbind")]
    public void A_pdu_without_quirks_is_written_octet_for_octet(string name)
    {
        Assert.True(PduParser.TryParse(Corpus.Pdus[name], out _, out var pdu, out _));
        Assert.Equal(Convert.ToHexString(Corpus.Pdus[name]), Convert.ToHexString(Write(pdu)));
    }

    [Fact]
    public void The_fields_of_submit_sm_stand_where_the_specification_puts_them()
    {
        var pdu = Parse<SubmitSm>("submit-sm");
        Assert.Equal(new SmppAddress(TypeOfNumber.Alphanumeric, NumberingPlan.Unknown, "MAIRIE"), pdu.Source);
        Assert.Equal(new SmppAddress(TypeOfNumber.International, NumberingPlan.Isdn, "33600000001"), pdu.Destination);
        Assert.Equal((3, 1, "000000040000000R"), (pdu.PriorityFlag, pdu.RegisteredDelivery, pdu.ValidityPeriod));
        Assert.Equal("ALERTE: montez", Encoding.Latin1.GetString(pdu.ShortMessage.Span));
        Assert.Equal(7u, pdu.Sequence.Value);
    }

    [Fact]
    public void A_refusal_is_read_without_body_and_with_an_id()
    {
        Assert.Equal((CommandStatus.Throttled, ""), Of(Parse<SubmitSmResp>("submit-sm-resp-throttled-no-body")));
        Assert.Equal((CommandStatus.InvalidDestinationAddress, "0"), Of(Parse<SubmitSmResp>("submit-sm-resp-refused-with-id")));
        Assert.Equal(CommandStatus.InvalidPassword, Parse<BindTransceiverResp>("bind-transceiver-resp-refused-no-body").Status);

        static (CommandStatus, string) Of(SubmitSmResp pdu) => (pdu.Status, pdu.MessageId);
    }

    [Theory]
    [InlineData("submit-sm-resp-id-without-nul", "1A2B")]
    [InlineData("submit-sm-resp-stray-octets", "1A2B")]
    public void A_message_id_is_read_in_spite_of_its_end(string name, string id) => Assert.Equal(id, Parse<SubmitSmResp>(name).MessageId);

    [Fact]
    public void Unknown_parameters_are_kept()
    {
        var pdu = Parse<DeliverSm>("deliver-sm-receipt-unknown-tlv");
        Assert.Equal(2, pdu.Tlvs.Count);
        Assert.Equal("xyz", pdu.Tlvs.GetString((TlvTag)0x1400));
        Assert.Equal(5u, pdu.Tlvs.GetInteger(TlvTag.MessageState));
    }

    [Theory]
    [InlineData(0x00000003)]
    [InlineData(0x00000008)]
    [InlineData(0x00000021)]
    [InlineData(0x00000BAD)]
    public void An_unknown_command_drops_the_pdu_and_not_the_session(int command)
    {
        byte[] octets = [0, 0, 0, 16, (byte)(command >> 24), (byte)(command >> 16), (byte)(command >> 8), (byte)command, 0, 0, 0, 0, 0, 0, 0, 9];
        Assert.False(PduParser.TryParse(octets, out var header, out _, out var fault));
        Assert.Equal((PduFaultSeverity.DropPdu, CommandStatus.InvalidCommandId), (fault.Severity, fault.Status));
        Assert.Equal(9u, header.Sequence.Value);
    }

    [Fact]
    public void A_string_without_end_drops_the_pdu()
    {
        byte[] octets = Corpus.Pdus["bind-transceiver"].ToArray();
        octets.AsSpan(16).Fill((byte)'a');
        Assert.False(PduParser.TryParse(octets, out _, out _, out var fault));
        Assert.Equal((PduFaultSeverity.DropPdu, CommandStatus.InvalidSystemId), (fault.Severity, fault.Status));
    }

    [Fact]
    public void A_text_shorter_than_its_length_drops_the_pdu()
    {
        byte[] octets = Corpus.Pdus["submit-sm"][..^3];
        octets[3] -= 3;
        Assert.False(PduParser.TryParse(octets, out _, out _, out var fault));
        Assert.Equal((PduFaultSeverity.DropPdu, CommandStatus.InvalidMessageLength), (fault.Severity, fault.Status));
    }

    [Fact]
    public void A_parameter_longer_than_the_pdu_drops_it()
    {
        byte[] octets = Corpus.Pdus["submit-sm-sar"].ToArray();
        octets[^3] = 200;
        Assert.False(PduParser.TryParse(octets, out _, out _, out var fault));
        Assert.Equal((PduFaultSeverity.DropPdu, CommandStatus.InvalidOptionalParameters), (fault.Severity, fault.Status));
    }

    [Fact]
    public void Neither_password_nor_text_nor_number_shows_in_words()
    {
        Assert.DoesNotContain("secret08", Parse<BindTransceiver>("bind-transceiver").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pw", Parse<Outbind>("outbind").ToString(), StringComparison.Ordinal);
        string words = Parse<SubmitSm>("submit-sm").ToString();
        Assert.DoesNotContain("ALERTE", words, StringComparison.Ordinal);
        Assert.DoesNotContain("33600000001", words, StringComparison.Ordinal);
    }

    internal static byte[] Write(SmppPdu pdu)
    {
        var output = new ArrayBufferWriter<byte>();
        pdu.WriteTo(output);
        return output.WrittenSpan.ToArray();
    }

    private static T Parse<T>(string name)
        where T : SmppPdu
    {
        Assert.True(PduParser.TryParse(Corpus.Pdus[name], out _, out var pdu, out var fault), fault.Reason);
        return Assert.IsType<T>(pdu);
    }
}
