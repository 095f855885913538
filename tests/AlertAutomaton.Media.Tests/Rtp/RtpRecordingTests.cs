using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Rtp;

namespace AlertAutomaton.Media.Tests.Rtp;

public sealed class RtpRecordingTests
{
    private readonly short[] _tone = ToneGenerator.Sine(1000, TimeSpan.FromSeconds(2));

    [Fact]
    public void Sound_out_of_order_is_put_in_order()
    {
        var recording = new RtpRecording(16_000);
        foreach (var packet in new[] { 0, 1, 3, 2, 5, 4, 6 })
            Add(recording, packet);
        Assert.Equal(_tone[..(7 * 160)], recording.ToArray());
        Assert.Equal(0, recording.Concealed);
    }

    [Fact]
    public void What_never_came_is_filled_with_the_sound_before_it()
    {
        var recording = new RtpRecording(16_000);
        foreach (var packet in new[] { 0, 1, 2, 4, 5, 6 })
            Add(recording, packet);
        Assert.Equal(160, recording.Concealed);
        Assert.Equal(7 * 160, recording.Length);
        Assert.True(ToneDetector.Hears(recording.ToArray(), 1000));
        // The tone goes on through the gap: its energy there is most of that around it.
        Assert.InRange(Energy(recording.ToArray()[480..640]) / Energy(_tone[480..640]), 0.5, 1.0);
    }

    [Fact]
    public void A_long_gap_ends_in_silence()
    {
        var recording = new RtpRecording(16_000);
        Add(recording, 0);
        Add(recording, 50);
        Assert.Equal(51 * 160, recording.Length);
        Assert.All(recording.ToArray()[(160 + 480)..(50 * 160)], sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void A_new_source_goes_on_at_the_end_whatever_its_timestamps()
    {
        var recording = new RtpRecording(16_000);
        Add(recording, 0);
        recording.Add(99, new RtpTimestamp(4_000_000_000), _tone.AsSpan(0, 160));
        recording.Add(99, new RtpTimestamp(4_000_000_160), _tone.AsSpan(160, 160));
        Assert.Equal(480, recording.Length);
        Assert.Equal(0, recording.Concealed);
    }

    [Fact]
    public void Hostile_timestamps_cannot_make_it_grow()
    {
        var recording = new RtpRecording(8_000);
        for (uint i = 0; i < 2_000; i++)
            recording.Add(1, new RtpTimestamp(unchecked(i * 63_000)), _tone.AsSpan(0, 160));
        Assert.Equal(8_000, recording.Length);
        Assert.True(recording.Truncated);
    }

    [Fact]
    public void The_bound_cuts_a_packet_in_two()
    {
        var recording = new RtpRecording(200);
        Add(recording, 0);
        Assert.False(recording.Truncated);
        Add(recording, 1);
        Assert.Equal(200, recording.Length);
        Assert.True(recording.Truncated);
    }

    private static double Energy(short[] samples) => samples.Sum(sample => (double)sample * sample);

    private void Add(RtpRecording recording, int packet) =>
        recording.Add(1, new RtpTimestamp((uint)(1000 + packet * 160)), _tone.AsSpan(packet * 160 % _tone.Length, 160));
}
