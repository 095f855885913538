using AlertAutomaton.Media.Rtcp;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Media.Tests.Rtcp;

public sealed class RtcpTests
{
    private const uint Ours = 0x11223344;
    private const uint Theirs = 0x55667788;
    private readonly byte[] _buffer = new byte[RtcpCompoundWriter.MaximumLength];

    [Theory]
    [InlineData(true, true, true, 28 + 24 + 20 + 8)]
    [InlineData(true, false, false, 28 + 20)]
    [InlineData(false, true, false, 8 + 24 + 20)]
    [InlineData(false, false, true, 8 + 20 + 8)]
    public void What_we_write_is_a_compound_that_adds_up(bool sender, bool heard, bool goodbye, int length)
    {
        Assert.Equal(length, Write(sender, heard, goodbye));
        Assert.True(RtcpPacket.IsCompound(_buffer.AsSpan(0, length)));

        var types = new List<RtcpPacketType>();
        ReadOnlySpan<byte> rest = _buffer.AsSpan(0, length);
        while (RtcpPacket.TryTake(ref rest, out var packet))
            types.Add(packet.Type);
        RtcpPacketType[] expected =
            [sender ? RtcpPacketType.SenderReport : RtcpPacketType.ReceiverReport, RtcpPacketType.SourceDescription, .. goodbye ? [RtcpPacketType.Goodbye] : Array.Empty<RtcpPacketType>()];
        Assert.Equal(expected, types);
    }

    [Fact]
    public void A_report_about_us_gives_loss_jitter_and_round_trip()
    {
        // §6.4.1, the example of figure 2: A = 0xb710:8000, LSR = 0xb705:2000, DLSR = 0x0005:4000 give 6.125 s.
        var length = RtcpCompoundWriter.Write(
            _buffer, Theirs, null, new RtcpReportBlock(Ours, 64, 100, 5, 80, 0xB705_2000, 0x0005_4000), "x"u8, goodbye: false);
        var feedback = new RtcpFeedback();
        Assert.True(feedback.Receive(_buffer.AsSpan(0, length), Ours, 0xB710_8000ul << 16, 0));
        Assert.Equal(0.25, feedback.RemoteLoss);
        Assert.Equal(80u, feedback.RemoteJitter);
        Assert.Equal(6.125, feedback.RoundTrip / 65_536.0);
        Assert.False(feedback.GoodbyeSeen);
    }

    [Fact]
    public void Reports_about_others_and_clocks_that_run_backwards_tell_nothing()
    {
        var feedback = new RtcpFeedback();
        var length = RtcpCompoundWriter.Write(_buffer, Theirs, null, new RtcpReportBlock(99, 64, 1, 5, 80, 1, 1), "x"u8, goodbye: true);
        Assert.True(feedback.Receive(_buffer.AsSpan(0, length), Ours, 0, 0));
        Assert.Null(feedback.RemoteLoss);
        Assert.True(feedback.GoodbyeSeen);
        length = RtcpCompoundWriter.Write(_buffer, Theirs, null, new RtcpReportBlock(Ours, 0, 0, 5, 80, 1000, 1000), "x"u8, goodbye: false);
        Assert.True(feedback.Receive(_buffer.AsSpan(0, length), Ours, 500ul << 16, 0));
        Assert.Null(feedback.RoundTrip);
    }

    [Fact]
    public void The_last_sender_report_is_named_in_ours_with_its_age()
    {
        var feedback = new RtcpFeedback();
        Assert.Equal((0u, 0u), feedback.LastReport(1000));
        var length = Write(sender: true, heard: false, goodbye: false);
        Assert.True(feedback.Receive(_buffer.AsSpan(0, length), Theirs, 0, 1000));
        Assert.Equal((0x3344_5566u, 65_536u), feedback.LastReport(1000 + 65_536));
    }

    [Theory]
    [InlineData("")]
    [InlineData("80C9")]
    [InlineData("80C9000155667788FF")]
    [InlineData("40C9000155667788")]
    [InlineData("80CA000155667788")]
    [InlineData("80C9FFFF55667788")]
    [InlineData("A0C900015566778")]
    [InlineData("A0C9000155667703")]
    [InlineData("A0C90001556677FC")]
    public void What_is_no_compound_is_refused(string hex)
    {
        var feedback = new RtcpFeedback();
        Assert.False(feedback.Receive(Convert.FromHexString(hex.Length % 2 == 0 ? hex : hex[..^1]), Ours, 0, 0));
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_without_a_crash()
    {
        var length = Write(sender: true, heard: true, goodbye: true);
        var seed = _buffer.AsSpan(0, length).ToArray();
        var cases = from place in Gen.Choose(0, length - 1) from value in Gen.Choose(0, 255) from cut in Gen.Choose(0, length) select (place, value, cut);
        Prop.ForAll(Arb.From(cases), change =>
        {
            var bytes = seed[..change.cut];
            if (change.place < bytes.Length)
                bytes[change.place] = (byte)change.value;
            _ = new RtcpFeedback().Receive(bytes, Ours, 0, 0);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
        Prop.ForAll<byte[]>(bytes =>
        {
            _ = new RtcpFeedback().Receive(bytes, Ours, 0, 0);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Blocks_are_read_as_they_are_written()
    {
        Prop.ForAll<uint, byte, int>((number, fraction, lost) =>
        {
            var block = new RtcpReportBlock(number, fraction, Math.Clamp(lost, -0x80_0000, 0x7F_FFFF), ~number, number / 2, number / 3, number / 5);
            var bytes = new byte[RtcpReportBlock.Length];
            block.WriteTo(bytes);
            return RtcpReportBlock.TryParse(bytes, out var again) && again == block;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Ntp_time_counts_from_1900()
    {
        var ntp = RtcpSenderInfo.ToNtp(new DateTimeOffset(1970, 1, 1, 0, 0, 0, 500, TimeSpan.Zero));
        Assert.Equal(2_208_988_800ul, ntp >> 32);
        Assert.Equal(0x8000_0000ul, ntp & 0xFFFF_FFFF);
    }

    [Fact]
    public void Reports_come_every_few_seconds_spread_by_chance()
    {
        Assert.InRange(RtcpInterval.Next(first: true, 0).TotalSeconds, 1.0, 1.1);
        Assert.InRange(RtcpInterval.Next(first: false, 0).TotalSeconds, 2.0, 2.1);
        Assert.InRange(RtcpInterval.Next(first: false, 1).TotalSeconds, 6.1, 6.2);
    }

    private int Write(bool sender, bool heard, bool goodbye) => RtcpCompoundWriter.Write(
        _buffer,
        Ours,
        sender ? new RtcpSenderInfo(0x1122_3344_5566_7788, 160, 1, 160) : null,
        heard ? new RtcpReportBlock(Theirs, 1, 2, 3, 4, 5, 6) : null,
        "12345678"u8,
        goodbye);
}
