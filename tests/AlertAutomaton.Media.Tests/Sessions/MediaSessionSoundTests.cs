using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Keys;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Sessions;

namespace AlertAutomaton.Media.Tests.Sessions;

/// <summary>Two sessions talk over loopback.</summary>
public sealed class MediaSessionSoundTests
{
    [Theory]
    [InlineData(AudioCodec.Pcma)]
    [InlineData(AudioCodec.Pcmu)]
    public async Task A_tone_played_at_one_end_is_heard_at_the_other(AudioCodec codec)
    {
        await using var rig = new MediaRig();
        var pair = rig.Connect(new MediaSessionOptions { Codecs = [codec] });
        Assert.Equal(codec, pair.Far.Codec);
        pair.Far.StartRecording(new RecordingOptions());

        pair.Near.Play([Tone(1000, 400), Tone(425, 400)]);
        rig.Pass(900);

        var heard = pair.Far.StopRecording();
        Assert.Equal(0, heard.Concealed);
        Assert.False(heard.Truncated);
        Assert.True(ToneDetector.Hears(Part(heard, 50, 350), 1000));
        Assert.False(ToneDetector.Hears(Part(heard, 50, 350), 425));
        Assert.True(ToneDetector.Hears(Part(heard, 450, 750), 425));
        Assert.Equal(1, pair.NearEvents.Finished);
        Assert.False(pair.Near.IsPlaying);
        Assert.Equal(TimeSpan.FromMilliseconds(800), pair.Near.Played);
    }

    [Fact]
    public async Task Silence_flows_both_ways_while_nothing_plays()
    {
        await using var rig = new MediaRig();
        var pair = rig.Connect();
        rig.Pass(1000);

        Assert.InRange(pair.Near.Statistics.PacketsSent, 49, 51);
        Assert.InRange(pair.Far.Statistics.PacketsReceived, 48, 51);
        Assert.Equal(0, pair.Far.Statistics.PacketsLost);
        Assert.InRange(pair.Near.Statistics.PacketsReceived, 48, 51);
    }

    [Fact]
    public async Task Barge_in_silences_from_the_next_packet_on()
    {
        await using var rig = new MediaRig();
        var pair = rig.Connect();
        pair.Near.Play([Tone(1000, 2000)]);
        rig.Pass(200);
        var before = pair.Near.Played;
        pair.Near.StopPlaying();
        pair.Far.StartRecording(new RecordingOptions());
        rig.Pass(200);

        Assert.Equal(before, pair.Near.Played);
        Assert.False(pair.Near.IsPlaying);
        // One packet may have been under way.
        Assert.False(ToneDetector.Hears(Part(pair.Far.StopRecording(), 20, 180), 1000));
        Assert.Equal(0, pair.NearEvents.Finished);
    }

    [Fact]
    public async Task A_handler_may_play_on_when_a_list_is_finished()
    {
        await using var rig = new MediaRig();
        var pair = rig.Connect();
        pair.NearEvents.WhenFinished = session =>
        {
            if (pair.NearEvents.Finished == 1)
                session.Play([Tone(700, 100)]);
        };
        pair.Near.Play([Tone(1000, 100)]);
        rig.Pass(400);
        Assert.Equal(2, pair.NearEvents.Finished);
    }

    [Fact]
    public async Task Each_key_sent_as_telephone_event_is_told_once()
    {
        await using var rig = new MediaRig();
        var pair = rig.Connect();
        const string Keys = "0123456789*#ABCD1155";
        foreach (var key in Keys)
            pair.Far.SendKey(key, TimeSpan.FromMilliseconds(100));
        rig.Pass(Keys.Length * 240);

        Assert.Equal(Keys, pair.NearEvents.KeysAsText);
        Assert.All(pair.NearEvents.Keys, press => Assert.Equal(KeySource.TelephoneEvent, press.Source));
        Assert.Empty(pair.FarEvents.Keys);
    }

    [Fact]
    public async Task Keys_go_in_the_sound_where_no_telephone_event_was_negotiated()
    {
        await using var rig = new MediaRig();
        var pair = rig.Connect(far: new MediaSessionOptions { TelephoneEvents = false });
        Assert.False(pair.Near.TelephoneEventNegotiated);
        const string Keys = "0123456789*#ABCD";
        foreach (var key in Keys)
            pair.Far.SendKey(key, TimeSpan.FromMilliseconds(100));
        rig.Pass(Keys.Length * 200 + 200);

        Assert.Equal(Keys, pair.NearEvents.KeysAsText);
        Assert.All(pair.NearEvents.Keys, press => Assert.Equal(KeySource.InBand, press.Source));
    }

    [Fact]
    public async Task A_key_that_comes_by_info_after_a_telephone_event_counts_once()
    {
        await using var rig = new MediaRig();
        var pair = rig.Connect();
        pair.Far.SendKey('1', TimeSpan.FromMilliseconds(100));
        rig.Pass(100);
        pair.Near.KeyFromInfo('1');
        rig.Pass(200);
        Assert.Equal("1", pair.NearEvents.KeysAsText);
    }

    [Fact]
    public async Task Tones_in_the_sound_are_no_keys_where_telephone_event_was_negotiated()
    {
        await using var rig = new MediaRig();
        var pair = rig.Connect();
        pair.Far.Play([PreparedPrompt.FromPcm("key", ToneGenerator.Key('1', TimeSpan.FromMilliseconds(200)))]);
        rig.Pass(600);
        Assert.Empty(pair.NearEvents.Keys);
    }

    [Fact]
    public async Task A_far_end_that_sends_nothing_is_told_once()
    {
        await using var rig = new MediaRig();
        var pair = rig.Connect(new MediaSessionOptions { SilenceTimeout = TimeSpan.FromSeconds(2) });
        rig.Pass(500);
        pair.Far.Dispose();
        rig.Pass(5000);
        var silence = Assert.Single(pair.NearEvents.Silences);
        Assert.InRange(silence.TotalSeconds, 1.9, 2.1);
    }

    [Fact]
    public async Task Reports_tell_both_ends_how_they_are_heard()
    {
        await using var rig = new MediaRig();
        var pair = rig.Connect();
        rig.Pass(20_000);
        Assert.Equal(0, pair.Near.Statistics.RemoteLoss);
        Assert.NotNull(pair.Near.Statistics.RoundTrip);
        Assert.InRange(pair.Near.Statistics.RoundTrip!.Value.TotalSeconds, 0, 1.1);
        Assert.Equal(0, pair.Near.Statistics.Malformed);
    }

    [Fact]
    public async Task A_recorder_that_greets_and_beeps_is_hinted_at_and_its_beep_told()
    {
        await using var rig = new MediaRig();
        var pair = rig.Connect(new MediaSessionOptions { DetectMachine = true, DetectBeep = true });
        // A greeting of four words, longer than a person says before waiting, and the beep.
        var word = Tone(400, 700);
        var pause = PreparedPrompt.Silence(TimeSpan.FromMilliseconds(160));
        pair.Far.Play([word, pause, word, pause, word, pause, word, PreparedPrompt.Silence(TimeSpan.FromMilliseconds(400)), Tone(1000, 300)]);
        rig.Pass(5000);
        Assert.Equal(MachineHint.Machine, Assert.Single(pair.NearEvents.Hints));
        Assert.Equal(VoiceActivity.SpeechBegan, pair.NearEvents.Activities.First());
        Assert.Contains(pair.NearEvents.Beeps, hertz => Math.Abs(hertz - 1000) < 5);
    }

    [Fact]
    public async Task A_fax_that_calls_is_told_and_nothing_is_listened_for_unless_asked()
    {
        await using var rig = new MediaRig();
        var pair = rig.Connect(new MediaSessionOptions { DetectFax = true });
        pair.Far.Play([Tone(1100, 500), PreparedPrompt.Silence(TimeSpan.FromSeconds(1))]);
        pair.Near.Play([Tone(1100, 500), PreparedPrompt.Silence(TimeSpan.FromSeconds(1))]);
        rig.Pass(2000);
        Assert.Equal(1, pair.NearEvents.FaxTones);
        Assert.Equal(0, pair.FarEvents.FaxTones);
        Assert.Empty(pair.NearEvents.Hints);
        Assert.Empty(pair.NearEvents.Beeps);
    }

    private static PreparedPrompt Tone(double hertz, int milliseconds) =>
        PreparedPrompt.FromPcm($"{hertz} Hz", ToneGenerator.Sine(hertz, TimeSpan.FromMilliseconds(milliseconds)));

    private static ReadOnlySpan<short> Part(PcmRecording recording, int fromMilliseconds, int toMilliseconds) =>
        recording.Samples.AsSpan(fromMilliseconds * 8, (toMilliseconds - fromMilliseconds) * 8);
}
