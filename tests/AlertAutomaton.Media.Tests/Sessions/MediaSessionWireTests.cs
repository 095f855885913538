using System.Net;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Pacing;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Rtp;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Media.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Media.Tests.Sessions;

/// <summary>What stands on the wire, and what hostile or clumsy far ends can do.</summary>
public sealed class MediaSessionWireTests
{
    private static readonly byte[] _sound = [.. Enumerable.Repeat((byte)0xD5, 160)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stranger_who_sprays_keys_and_sound_is_neither_heard_nor_spoken_to(bool connected)
    {
        await using var rig = new MediaRig(options => options with { ConnectLockedSockets = connected });
        using var phone = new WirePhone();
        using var neighbour = new WirePhone { Ssrc = 66 };
        using var stranger = new WirePhone(IPAddress.Parse("127.0.0.9")) { Ssrc = 67 };
        var (session, events) = Agree(rig, phone);
        session.StartRecording(new RecordingOptions());
        for (uint round = 0; round < 50; round++)
        {
            // The attack begins before the genuine far end speaks, and goes on when it changes its source.
            if (round == 25)
                phone.Ssrc = 0x7777;
            foreach (var attacker in new[] { neighbour, stranger })
            {
                attacker.Send(session.LocalEndPoint, 101, 8000 + round * 800, [1, 0, 10, 0, 160], marker: true);
                attacker.Send(session.LocalEndPoint, 101, 8000 + round * 800, [1, 0x80, 10, 0, 160]);
                attacker.Send(session.LocalEndPoint, 8, round * 160, [.. Enumerable.Repeat((byte)0x2A, 160)]);
            }

            if (round >= 2)
                phone.Send(session.LocalEndPoint, 8, round * 160, _sound);
            rig.Pass(20);
        }

        Assert.Empty(events.Keys);
        Assert.Empty(neighbour.Received());
        Assert.Empty(stranger.Received());
        Assert.InRange(phone.Received().Count, 48, 51);
        Assert.All(session.StopRecording().Samples, sample => Assert.InRange(sample, -16, 16));
        var counted = session.Statistics;
        Assert.Equal(48, counted.PacketsReceived);
        Assert.Equal(0, counted.Malformed);
        // A connected socket leaves the rest of the counting to the kernel.
        Assert.InRange(counted.Ignored, connected ? 6 : 280, 300);
    }

    [Fact]
    public async Task A_re_invite_with_the_same_address_does_not_open_the_door()
    {
        await using var rig = new MediaRig();
        using var phone = new WirePhone();
        using var stranger = new WirePhone(IPAddress.Parse("127.0.0.9"));
        var (session, events) = Agree(rig, phone);
        phone.Send(session.LocalEndPoint, 8, 0, _sound);
        rig.Pass(20);
        Assert.True(session.TryCreateAnswer(phone.Describe("a=sendonly"), out _, out _));
        for (uint round = 0; round < 30; round++)
        {
            stranger.Send(session.LocalEndPoint, 101, 8000 + round * 800, [1, 0x80, 10, 0, 160], marker: true);
            rig.Pass(20);
        }

        Assert.Empty(events.Keys);
    }

    [Fact]
    public async Task A_re_invite_that_moves_the_far_end_is_followed()
    {
        await using var rig = new MediaRig();
        using var first = new WirePhone();
        using var second = new WirePhone { Ssrc = 5 };
        var (session, events) = Agree(rig, first);
        first.Send(session.LocalEndPoint, 8, 0, _sound);
        rig.Pass(60);
        Assert.True(session.TryCreateAnswer(second.Describe(), out _, out var whyNot), whyNot);
        rig.Pass(40);
        first.Received();
        second.Received();
        rig.Pass(100);
        Assert.Empty(first.Received());
        Assert.Equal(5, second.Received().Count);
        second.Send(session.LocalEndPoint, 101, 8000, [4, 0x80, 10, 0, 160]);
        rig.Pass(40);
        Assert.Equal("4", events.KeysAsText);
    }

    [Fact]
    public async Task A_key_whose_start_and_two_ends_are_lost_is_told_once()
    {
        await using var rig = new MediaRig();
        using var phone = new WirePhone();
        var (session, events) = Agree(rig, phone);
        phone.Send(session.LocalEndPoint, 8, 0, _sound, sequence: 1);
        rig.Pass(20);
        phone.Send(session.LocalEndPoint, 101, 1600, [1, 0x8A, 3, 0x20], sequence: 9);
        rig.Pass(40);
        phone.Send(session.LocalEndPoint, 101, 1600, [1, 0x8A, 3, 0x20], sequence: 8);
        phone.Send(session.LocalEndPoint, 101, 1600, [1, 0x0A, 2, 0x80], sequence: 7);
        rig.Pass(40);
        Assert.Equal("1", events.KeysAsText);
    }

    [Fact]
    public async Task A_held_call_pauses_the_message_hears_keys_and_goes_on_where_it_was()
    {
        await using var rig = new MediaRig();
        using var phone = new WirePhone();
        var (session, events) = Agree(rig, phone);
        session.Play([PreparedPrompt.FromPcm("tone", ToneGenerator.Sine(1000, TimeSpan.FromSeconds(2)))]);
        phone.Send(session.LocalEndPoint, 8, 0, _sound);
        rig.Pass(500);
        Assert.True(session.TryCreateAnswer(phone.Describe("a=sendonly"), out var answer, out _));
        Assert.Contains("a=recvonly", System.Text.Encoding.ASCII.GetString(answer.Span));
        Assert.True(session.IsOnHold);
        var played = session.Played;
        phone.Received();
        rig.Pass(1000);
        Assert.Empty(phone.Received());
        Assert.Equal(played, session.Played);
        phone.Send(session.LocalEndPoint, 101, 8000, [2, 0x80, 10, 0, 160]);
        rig.Pass(40);
        Assert.Equal("2", events.KeysAsText);

        Assert.True(session.TryCreateAnswer(phone.Describe(), out _, out _));
        Assert.False(session.IsOnHold);
        rig.Pass(1000);
        Assert.InRange((session.Played - played).TotalMilliseconds, 980, 1020);
        Assert.True(RtpPacket.TryParse(phone.Received()[0], out var first));
        Assert.True(first.Marker);
    }

    [Fact]
    public async Task The_old_way_to_hold_with_an_unspecified_address_still_hears_keys()
    {
        await using var rig = new MediaRig();
        using var phone = new WirePhone();
        var (session, events) = Agree(rig, phone);
        phone.Send(session.LocalEndPoint, 8, 0, _sound);
        rig.Pass(40);
        Assert.True(session.TryCreateAnswer(phone.Describe("c=IN IP4 0.0.0.0"), out _, out _));
        phone.Received();
        phone.Send(session.LocalEndPoint, 101, 8000, [3, 0x80, 10, 0, 160]);
        rig.Pass(100);
        Assert.Empty(phone.Received());
        Assert.Equal("3", events.KeysAsText);
    }

    [Fact]
    public async Task A_refused_re_offer_leaves_the_call_as_it_was()
    {
        await using var rig = new MediaRig();
        using var phone = new WirePhone();
        var (session, _) = Agree(rig, phone);
        var fax = System.Text.Encoding.ASCII.GetBytes("v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=image 33802 udptl t38\r\n");
        Assert.False(session.TryCreateAnswer(fax, out _, out var whyNot));
        Assert.Equal("fax", whyNot);
        Assert.False(session.TryCreateAnswer("rubbish"u8, out _, out _));
        rig.Pass(100);
        Assert.Equal(5, phone.Received().Count);
        Assert.Equal(AudioCodec.Pcma, session.Codec);
    }

    [Fact]
    public async Task Descriptions_keep_their_version_until_they_change()
    {
        await using var rig = new MediaRig();
        using var phone = new WirePhone();
        var (session, _) = Agree(rig, phone);
        Assert.True(session.TryCreateAnswer(phone.Describe(), out var first, out _));
        Assert.True(session.TryCreateAnswer(phone.Describe(), out var same, out _));
        Assert.True(session.TryCreateAnswer(phone.Describe("a=sendonly"), out var held, out _));
        Assert.True(session.TryCreateAnswer(phone.Describe("a=sendonly"), out var stillHeld, out _));
        Assert.Equal(first.ToArray(), same.ToArray());
        Assert.Equal(Version(first) + 1, Version(held));
        Assert.Equal(held.ToArray(), stillHeld.ToArray());
        Assert.Equal(Version(held) + 1, Version(session.CreateOffer()));
    }

    [Fact]
    public async Task Packets_on_the_wire_are_one_source_in_order_20_ms_apart_with_a_marker_at_the_start()
    {
        await using var rig = new MediaRig();
        using var phone = new WirePhone();
        var (session, _) = Agree(rig, phone);
        rig.Pass(1000);
        var packets = phone.Received();
        Assert.InRange(packets.Count, 49, 51);
        for (var i = 0; i < packets.Count; i++)
        {
            Assert.True(RtpPacket.TryParse(packets[0], out var first));
            Assert.True(RtpPacket.TryParse(packets[i], out var packet));
            Assert.Equal((first.Ssrc, 8, i == 0), (packet.Ssrc, packet.PayloadType, packet.Marker));
            Assert.Equal(i, packet.SequenceNumber.StepsFrom(first.SequenceNumber));
            Assert.Equal(160 * i, packet.Timestamp.SamplesFrom(first.Timestamp));
            Assert.Equal(160, packet.Payload.Length);
        }
    }

    [Fact]
    public async Task After_a_pause_of_the_machine_timestamps_have_moved_on_and_a_marker_tells_it()
    {
        await using var rig = new MediaRig();
        using var phone = new WirePhone();
        var (session, _) = Agree(rig, phone);
        using var io = new PortableDatagramIo(rig.Time);
        var worker = new PaceWorker(io, NullLogger.Instance);
        foreach (var round in new[] { 1010, 1011, 1061 })
            ((IPacedMember)session).OnRound(round, worker);
        var packets = phone.Received();
        Assert.Equal(3, packets.Count);
        Assert.True(RtpPacket.TryParse(packets[1], out var before));
        Assert.True(RtpPacket.TryParse(packets[2], out var after));
        Assert.Equal((1, 50 * 160), (after.SequenceNumber.StepsFrom(before.SequenceNumber), after.Timestamp.SamplesFrom(before.Timestamp)));
        Assert.Equal((false, true), (before.Marker, after.Marker));
    }

    [Fact]
    public async Task A_far_end_that_takes_10_ms_gets_two_packets_a_round()
    {
        await using var rig = new MediaRig();
        using var phone = new WirePhone();
        var (session, _) = Agree(rig, phone, "a=maxptime:10");
        session.Play([PreparedPrompt.FromPcm("tone", ToneGenerator.Sine(1000, TimeSpan.FromMilliseconds(200)))]);
        rig.Pass(400);
        var packets = phone.Received();
        Assert.InRange(packets.Count, 38, 42);
        Assert.True(RtpPacket.TryParse(packets[0], out var first));
        Assert.True(RtpPacket.TryParse(packets[9], out var tenth));
        Assert.Equal((80, 9, 720), (tenth.Payload.Length, tenth.SequenceNumber.StepsFrom(first.SequenceNumber), tenth.Timestamp.SamplesFrom(first.Timestamp)));
        Assert.Equal(TimeSpan.FromMilliseconds(200), session.Played);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(60)]
    public async Task Sound_in_packets_of_other_lengths_is_recorded_whole(int milliseconds)
    {
        await using var rig = new MediaRig();
        using var phone = new WirePhone();
        var (session, _) = Agree(rig, phone);
        session.StartRecording(new RecordingOptions { MaximumLength = TimeSpan.FromSeconds(1) });
        var tone = ToneGenerator.Sine(800, TimeSpan.FromSeconds(2));
        var codes = new byte[tone.Length];
        G711.Encode(AudioCodec.Pcma, tone, codes);
        var samples = milliseconds * 8;
        for (var at = 0; at + samples <= codes.Length; at += samples)
        {
            phone.Send(session.LocalEndPoint, 8, (uint)at, codes.AsSpan(at, samples));
            rig.Pass(milliseconds);
        }

        rig.Pass(40);
        var heard = session.StopRecording();
        Assert.Equal((8000, 0, true), (heard.Samples.Length, heard.Concealed, heard.Truncated));
        Assert.True(ToneDetector.Hears(heard.Samples, 800));
    }

    [Fact]
    public async Task Rubbish_is_counted_and_harms_nothing()
    {
        await using var rig = new MediaRig();
        using var phone = new WirePhone();
        var (session, events) = Agree(rig, phone);
        var chance = new RepeatableBytes(4711);
        for (var i = 0; i < 300; i++)
        {
            phone.SendRaw(session.LocalEndPoint, chance.Next(i));
            phone.SendRaw(new IPEndPoint(session.LocalEndPoint.Address, session.LocalEndPoint.Port + 1), chance.Next(i));
            if (i % 10 == 9)
                rig.Pass(20);
        }

        phone.SendRaw(session.LocalEndPoint, new byte[4000]);
        rig.Pass(20);
        Assert.True(session.Statistics.Malformed > 100);
        phone.Send(session.LocalEndPoint, 101, 8000, [2, 0x80, 10, 0, 160], sequence: 40_000);
        phone.Send(session.LocalEndPoint, 101, 8000, [2, 0x80, 10, 0, 160], sequence: 40_001);
        phone.Send(session.LocalEndPoint, 101, 8000, [2, 0x80, 10, 0, 160], sequence: 40_002);
        rig.Pass(40);
        Assert.Equal('2', events.KeysAsText.LastOrDefault());
    }

    [Fact]
    public async Task A_goodbye_is_said_by_rtcp_when_the_call_ends()
    {
        await using var rig = new MediaRig();
        using var phone = new WirePhone();
        using var control = new WirePhone();
        var (session, _) = Agree(rig, phone, $"a=rtcp:{control.Address.Port}");
        rig.Pass(100);
        session.Dispose();
        session.Dispose();
        var last = Assert.Single(control.Received());
        Assert.Equal(203, last[^7]);
        Assert.Equal(0, rig.Engine.SessionsInUse);
    }

    [Fact]
    public async Task Nothing_is_sent_or_believed_before_an_answer()
    {
        await using var rig = new MediaRig();
        using var phone = new WirePhone();
        var (session, events) = rig.Open();
        session.CreateOffer();
        phone.Send(session.LocalEndPoint, 101, 8000, [2, 0x80, 10, 0, 160]);
        rig.Pass(100);
        Assert.Empty(events.Keys);
        Assert.Empty(phone.Received());
        Assert.Equal(1, session.Statistics.Ignored);

        Assert.True(session.TryAcceptAnswer(phone.Describe(eventType: 97), out var whyNot), whyNot);
        // RFC 3264 §6.1: keys come under the number of our offer; gateways that use their own number are heard as well.
        phone.Send(session.LocalEndPoint, 101, 16_000, [5, 0x80, 10, 0, 160]);
        phone.Send(session.LocalEndPoint, 97, 32_000, [6, 0x80, 10, 0, 160]);
        rig.Pass(40);
        Assert.Equal("56", events.KeysAsText);
    }

    private static (MediaSession Session, HeardEvents Events) Agree(MediaRig rig, WirePhone phone, string attributes = "a=sendrecv")
    {
        var (session, events) = rig.Open(new MediaSessionOptions { SourcePolicy = RtpSourcePolicy.SignalledHost });
        Assert.True(session.TryCreateAnswer(phone.Describe(attributes), out _, out var whyNot), whyNot);
        return (session, events);
    }

    private static ulong Version(ReadOnlyMemory<byte> sdp) =>
        ulong.Parse(System.Text.Encoding.ASCII.GetString(sdp.Span).Split('\n')[1].Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
}
