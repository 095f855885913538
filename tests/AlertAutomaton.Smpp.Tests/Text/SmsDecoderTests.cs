using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Text;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Smpp.Tests.Text;

public sealed class SmsDecoderTests
{
    [Theory]
    [InlineData(0, "4F4B", "OK")]
    [InlineData(0, "05041B65", "éè€")]
    [InlineData(0, "E96F", "éo")]
    [InlineData(0, "61621B", "ab")]
    [InlineData(1, "4F4B", "OK")]
    [InlineData(3, "F4756920", "ôui ")]
    [InlineData(4, "4F4B", "OK")]
    [InlineData(8, "04160436", "Жж")]
    [InlineData(8, "0416FF", "Ж")]
    [InlineData(6, "BFE0D8D2D5E2", "Привет")]
    [InlineData(0x10, "4F4B", "OK")]
    [InlineData(0x18, "0416", "Ж")]
    [InlineData(0xF1, "4F4B", "OK")]
    [InlineData(0xF5, "4F4B", "OK")]
    [InlineData(0xC8, "4F4B", "OK")]
    public void Every_coding_that_gateways_send_is_read(byte dataCoding, string octets, string text) =>
        Assert.Equal(text, SmsDecoder.DecodeText(dataCoding, Convert.FromHexString(octets)).Text);

    [Fact]
    public void Octets_that_are_no_text_are_told_in_hexadecimal() =>
        Assert.Equal(("00FF01", true), SmsDecoder.DecodeText(4, [0, 0xFF, 1]));

    [Fact]
    public void Data_coding_zero_means_what_the_gateway_says()
    {
        Assert.Equal("@", SmsDecoder.DecodeText(0, [0]).Text);
        Assert.Equal("@é", SmsDecoder.DecodeText(0, [0x40, 0xE9], SmsDefaultAlphabet.Latin1).Text);
    }

    [Theory]
    [InlineData("05000309020141", 9, 2, 1)]
    [InlineData("060804010902014142", 0x109, 2, 1)]
    [InlineData("0B0504158200000003090201" + "41", 9, 2, 1)]
    public void A_header_is_stripped_and_read(string octets, int reference, int total, int number)
    {
        var decoded = SmsDecoder.Decode(0, hasUserDataHeader: true, new OctetString(Convert.FromHexString(octets)), TlvList.Empty);
        Assert.Equal(new SmsPart((ushort)reference, (byte)total, (byte)number), decoded.Part);
        Assert.StartsWith("A", decoded.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FF414243")]
    [InlineData("0500FF090201")]
    public void A_header_that_does_not_add_up_is_taken_for_text(string octets)
    {
        var decoded = SmsDecoder.Decode(0, hasUserDataHeader: true, new OctetString(Convert.FromHexString(octets)), TlvList.Empty);
        Assert.Null(decoded.Part);
        Assert.Equal(octets.Length / 2, decoded.Octets.Length);
    }

    [Theory]
    [InlineData("050003090203")]
    [InlineData("050003090000")]
    public void A_part_beyond_its_total_stands_alone(string octets) =>
        Assert.Null(SmsDecoder.Decode(0, hasUserDataHeader: true, new OctetString(Convert.FromHexString(octets)), TlvList.Empty).Part);

    [Fact]
    public void No_octets_make_the_decoder_throw()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Coding, bool Header, byte[] Octets)>(), test =>
            SmsDecoder.Decode(test.Coding, test.Header, new OctetString(test.Octets), TlvList.Empty).Text.Length <= test.Octets.Length * 2)
            .QuickCheckThrowOnFailure();
    }
}
