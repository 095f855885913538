using AlertAutomaton.Media.Keys;
using AlertAutomaton.Media.Rtp;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Media.Tests.Keys;

/// <summary>One press, one key: whatever the network drops, repeats or turns round.</summary>
public sealed class TelephoneEventTests
{
    private readonly TelephoneEventReceiver _receiver = new();
    private string _keys = "";
    private long _now;

    [Fact]
    public void The_sender_keeps_the_timestamp_marks_the_first_and_ends_three_times()
    {
        var packets = Press(5, frames: 5, at: 8000);
        Assert.Equal(7, packets.Count);
        Assert.All(packets, packet => Assert.Equal(8000u, packet.Timestamp.Value));
        Assert.Equal([true, false, false, false, false, false, false], packets.Select(packet => packet.Marker));
        Assert.Equal([160, 320, 480, 640, 800, 800, 800], packets.Select(packet => (int)packet.Payload.Duration));
        Assert.Equal([false, false, false, false, true, true, true], packets.Select(packet => packet.Payload.End));
        Assert.All(packets, packet => Assert.Equal((5, 10), (packet.Payload.Code, packet.Payload.Volume)));
    }

    [Fact]
    public void A_whole_press_is_one_key_told_with_its_first_packet()
    {
        var packets = Press(1, frames: 5, at: 800);
        Receive(packets[0], 0);
        Assert.Equal("1", _keys);
        Assert.True(_receiver.IsHeld);
        for (var i = 1; i < packets.Count; i++)
            Receive(packets[i], i);
        Assert.Equal("1", _keys);
        Assert.False(_receiver.IsHeld);
    }

    [Fact]
    public void Whichever_packets_of_a_press_survive_it_is_told_exactly_once()
    {
        var packets = Press(7, frames: 4, at: 1600);
        for (var survivors = 1; survivors < 1 << packets.Count; survivors++)
        {
            var receiver = new TelephoneEventReceiver();
            var told = Enumerable.Range(0, packets.Count).Where(i => (survivors & 1 << i) != 0).Count(i => Offer(receiver, packets[i], i, i * 160, out _));
            Assert.Equal(1, told);
        }
    }

    [Fact]
    public void Random_order_and_repetition_of_two_presses_never_tell_a_key_twice()
    {
        var first = Press(1, frames: 4, at: 1600);
        var second = Press(1, frames: 4, at: 1600 + 1600);
        var packets = first.Concat(second).ToArray();
        Prop.ForAll(Gen.ListOf(Gen.Choose(0, packets.Length - 1)).ToArbitrary(), order =>
        {
            var receiver = new TelephoneEventReceiver();
            var told = order.Select(i => (Told: Offer(receiver, packets[i], i, 1600, out _), packets[i].Timestamp)).Where(result => result.Told).ToArray();
            return told.Length == told.Select(result => result.Timestamp).Distinct().Count();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Two_presses_of_one_key_are_two_keys_even_when_every_end_is_lost()
    {
        ReceiveAll(Press(1, frames: 4, at: 1600).Where(packet => !packet.Payload.End), 0);
        ReceiveAll(Press(1, frames: 4, at: 1600 + 640 + 320).Where(packet => !packet.Payload.End), 10);
        Assert.Equal("11", _keys);
    }

    [Fact]
    public void Another_key_closes_the_one_before()
    {
        ReceiveAll(Press(1, frames: 4, at: 1600).Take(2), 0);
        ReceiveAll(Press(2, frames: 4, at: 3200), 10);
        Assert.Equal("12", _keys);
        Assert.False(_receiver.IsHeld);
    }

    [Fact]
    public void A_key_without_an_end_is_released_after_150_ms()
    {
        Receive(Press(1, frames: 4, at: 1600)[0], 0);
        _receiver.ReleaseIfSilent(1200);
        Assert.True(_receiver.IsHeld);
        _receiver.ReleaseIfSilent(1201);
        Assert.False(_receiver.IsHeld);
        // Its late packets are still the same press.
        Receive(Press(1, frames: 4, at: 1600)[3], 3);
        Assert.Equal("1", _keys);
    }

    [Fact]
    public void Packets_of_a_press_that_is_over_are_dropped()
    {
        var old = Press(1, frames: 4, at: 1600);
        ReceiveAll(old, 0);
        ReceiveAll(Press(2, frames: 4, at: 4800), 20);
        ReceiveAll(old, 0);
        Assert.Equal("12", _keys);
    }

    [Fact]
    public void Timestamps_and_numbers_wrap_around()
    {
        ReceiveAll(Press(1, frames: 4, at: uint.MaxValue - 100), 65_533);
        ReceiveAll(Press(2, frames: 4, at: 4800), 65_533 + 20);
        Assert.Equal("12", _keys);
    }

    [Fact]
    public void A_new_source_begins_anew()
    {
        Offer(_receiver, Press(1, frames: 4, at: 100_000)[0], 500, 0, out _);
        Assert.True(Offer(_receiver, Press(1, frames: 4, at: 50)[0], 0, 0, out var key, ssrc: 2));
        Assert.Equal('1', key);
    }

    [Fact]
    public void A_key_held_for_ten_seconds_goes_on_under_a_new_timestamp()
    {
        for (var frame = 1; frame <= 500; frame++)
        {
            // RFC 4733 §2.5.1.3: after 0xFFFF units the segment begins anew.
            var units = frame * 160;
            var start = units <= 0xFFFF ? 0u : 0xFFFFu;
            Receive(new TelephoneEventPacket(new RtpTimestamp(1600 + start), frame == 1, new TelephoneEvent(3, frame == 500, 10, (ushort)(units - start))), frame);
            if (units <= 0xFFFF && units + 160 > 0xFFFF)
                Receive(new TelephoneEventPacket(new RtpTimestamp(1600), Marker: false, new TelephoneEvent(3, End: false, 10, 0xFFFF)), frame);
        }

        Assert.Equal("3", _keys);
    }

    [Fact]
    public void A_gateway_that_moves_the_timestamp_with_every_packet_presses_once()
    {
        for (var frame = 1; frame <= 8; frame++)
            Receive(new TelephoneEventPacket(new RtpTimestamp((uint)(1600 + frame * 160)), frame == 1, new TelephoneEvent(3, frame > 5, 10, (ushort)(Math.Min(frame, 6) * 160))), frame);
        Assert.Equal("3", _keys);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(255)]
    public void Flash_and_tones_are_no_keys(byte code)
    {
        Receive(new TelephoneEventPacket(new RtpTimestamp(1600), true, new TelephoneEvent(code, false, 10, 160)), 0);
        Assert.Equal("", _keys);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_without_a_crash()
    {
        Prop.ForAll<byte[]>(bytes =>
        {
            var packet = new RtpPacket { Payload = bytes };
            _ = new TelephoneEventReceiver().Receive(packet, 0, out _);
            if (!TelephoneEvent.TryParse(bytes, out var told))
                return bytes.Length < TelephoneEvent.Length;
            var written = new byte[TelephoneEvent.Length];
            told.WriteTo(written);
            return TelephoneEvent.TryParse(written, out var again) && again == told;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void The_sender_refuses_more_than_its_queue_holds()
    {
        var sender = new TelephoneEventSender();
        for (var i = 0; i < TelephoneEventSender.LongestQueue; i++)
            Assert.True(sender.Enqueue(new KeyPressSending(1, 2)));
        Assert.False(sender.Enqueue(new KeyPressSending(1, 2)));
    }

    private static List<TelephoneEventPacket> Press(byte code, int frames, uint at)
    {
        var sender = new TelephoneEventSender();
        sender.Enqueue(new KeyPressSending(code, frames));
        var packets = new List<TelephoneEventPacket>();
        for (var frame = 0; sender.IsBusy; frame++)
        {
            if (sender.TryNext(new RtpTimestamp(at).Plus(frame * 160), out var packet))
                packets.Add(packet);
        }

        return packets;
    }

    private void ReceiveAll(IEnumerable<TelephoneEventPacket> packets, int firstSequence)
    {
        foreach (var packet in packets)
            Receive(packet, firstSequence++);
    }

    private void Receive(TelephoneEventPacket packet, int sequence)
    {
        if (Offer(_receiver, packet, sequence, _now, out var key))
            _keys += key;
        _now += 160;
    }

    private static bool Offer(TelephoneEventReceiver receiver, TelephoneEventPacket packet, int sequence, long now, out char key, uint ssrc = 1)
    {
        var payload = new byte[TelephoneEvent.Length];
        packet.Payload.WriteTo(payload);
        return receiver.Receive(
            new RtpPacket { Ssrc = ssrc, SequenceNumber = new RtpSequenceNumber((ushort)sequence), Timestamp = packet.Timestamp, Marker = packet.Marker, Payload = payload },
            now,
            out key);
    }
}
