using AlertAutomaton.Media.Rtp;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Media.Tests.Rtp;

public sealed class RtpPacketTests
{
    [Fact]
    public void A_packet_with_sources_extension_and_padding_is_read()
    {
        byte[] datagram =
        [
            0xB1, 0x88, 0x12, 0x34, 0x00, 0x00, 0x00, 0xA0, 0xDE, 0xAD, 0xBE, 0xEF,
            1, 2, 3, 4,
            0xBE, 0xDE, 0x00, 0x01, 9, 9, 9, 9,
            0x55, 0x66,
            0, 2,
        ];
        Assert.True(RtpPacket.TryParse(datagram, out var packet));
        Assert.True(packet.Marker);
        Assert.Equal(8, packet.PayloadType);
        Assert.Equal(0x1234, packet.SequenceNumber.Value);
        Assert.Equal(160u, packet.Timestamp.Value);
        Assert.Equal(0xDEADBEEFu, packet.Ssrc);
        Assert.Equal([1, 2, 3, 4], packet.ContributingSources.ToArray());
        Assert.Equal((ushort?)0xBEDE, packet.ExtensionProfile);
        Assert.Equal([9, 9, 9, 9], packet.Extension.ToArray());
        Assert.Equal([0x55, 0x66], packet.Payload.ToArray());
    }

    [Theory]
    [InlineData("80080001000000010000000")]
    [InlineData("40080001000000010000000155")]
    [InlineData("8F080001000000010000000155")]
    [InlineData("9008000100000001000000010000FFFF")]
    [InlineData("A008000100000001000000015500")]
    [InlineData("A0080001000000010000000155FF")]
    public void Contradictions_are_refused(string hex) =>
        Assert.False(RtpPacket.TryParse(Convert.FromHexString(hex.Length % 2 == 0 ? hex : hex[..^1]), out _));

    [Fact]
    public void Any_bytes_are_read_or_refused_without_a_crash_and_reading_mirrors_writing()
    {
        Prop.ForAll<byte[], byte>((tail, first) =>
        {
            byte[] datagram = [(byte)(0x80 | first & 0x3F), 8, .. tail];
            if (!RtpPacket.TryParse(datagram, out var packet))
                return true;
            var written = new byte[packet.Length];
            var length = packet.WriteTo(written);
            return length == written.Length && RtpPacket.TryParse(written, out var again) && Same(packet, again);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Theory]
    [InlineData(0, 65535, 1)]
    [InlineData(65535, 0, -1)]
    [InlineData(100, 90, 10)]
    public void Sequence_numbers_go_the_short_way_round(ushort later, ushort earlier, int steps)
    {
        Assert.Equal(steps, new RtpSequenceNumber(later).StepsFrom(new RtpSequenceNumber(earlier)));
        Assert.Equal(steps > 0, new RtpSequenceNumber(later).IsAfter(new RtpSequenceNumber(earlier)));
    }

    [Fact]
    public void Timestamps_go_the_short_way_round()
    {
        var before = new RtpTimestamp(uint.MaxValue - 79);
        Assert.Equal(80u, before.Plus(160).Value);
        Assert.Equal(160, before.Plus(160).SamplesFrom(before));
        Assert.True(before.Plus(160).IsAfter(before));
        Assert.False(before.IsAfter(before.Plus(160)));
    }

    private static bool Same(in RtpPacket one, in RtpPacket other) =>
        one.Marker == other.Marker && one.PayloadType == other.PayloadType && one.SequenceNumber == other.SequenceNumber
        && one.Timestamp == other.Timestamp && one.Ssrc == other.Ssrc && one.ExtensionProfile == other.ExtensionProfile
        && one.ContributingSources.SequenceEqual(other.ContributingSources) && one.Extension.SequenceEqual(other.Extension)
        && one.Payload.SequenceEqual(other.Payload);
}
