using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Tests.Audio;

namespace AlertAutomaton.Media.Tests.Detection;

public sealed class AnsweringMachineDetectorTests
{
    [Fact]
    public void One_short_word_and_a_pause_are_a_person()
    {
        var (hint, decided, activity) = Hear(Quiet(0.5), Word(0.4), Quiet(2));
        Assert.Equal(MachineHint.Human, hint);
        Assert.Equal(0.5 + 0.4 + 0.8, decided, 0.05);
        Assert.Equal([VoiceActivity.SpeechBegan, VoiceActivity.FirstPause], activity.Select(a => a.Activity));
        Assert.Equal(0.6, activity[0].At, 0.05);
        Assert.Equal(1.7, activity[1].At, 0.05);
    }

    [Fact]
    public void Two_words_and_a_pause_are_a_person()
        => Assert.Equal(MachineHint.Human, Hear(Quiet(0.3), Word(0.3), Quiet(0.2), Word(0.3), Quiet(2)).Hint);

    [Fact]
    public void A_long_greeting_is_a_machine()
    {
        var (hint, decided, _) = Hear(Quiet(0.3), Word(4), Quiet(1));
        Assert.Equal(MachineHint.Machine, hint);
        Assert.Equal(1.8, decided, 0.05);
    }

    [Fact]
    public void Many_words_are_a_machine()
    {
        var (hint, decided, _) = Hear(Quiet(0.2), Word(0.2), Quiet(0.1), Word(0.2), Quiet(0.1), Word(0.2), Quiet(2));
        Assert.Equal(MachineHint.Machine, hint);
        Assert.InRange(decided, 0.8, 1.0);
    }

    [Fact]
    public void A_long_silence_before_any_word_is_a_machine()
    {
        var (hint, decided, activity) = Hear(Quiet(6));
        Assert.Equal(MachineHint.Machine, hint);
        Assert.Equal(2.5, decided, 0.03);
        Assert.Empty(activity);
    }

    [Fact]
    public void Clicks_are_no_words()
    {
        var (hint, _, activity) = Hear(Quiet(0.3), Word(0.06), Quiet(0.5), Word(0.06), Quiet(0.5), Word(0.06), Quiet(3));
        Assert.Equal(MachineHint.Machine, hint);
        Assert.Empty(activity);
    }

    [Fact]
    public void An_unclear_picture_stays_unknown_after_five_seconds()
    {
        var options = new AnsweringMachineOptions { InitialSilence = TimeSpan.FromSeconds(9) };
        var (hint, decided, _) = Hear(options, Quiet(6));
        Assert.Equal(MachineHint.Unknown, hint);
        Assert.Equal(5, decided, 0.03);
    }

    [Fact]
    public void Voice_activity_goes_on_after_the_decision()
    {
        var (_, _, activity) = Hear(Word(0.4), Quiet(1), Word(0.4), Quiet(1), Word(2), Quiet(1));
        Assert.Equal(
            [
                VoiceActivity.SpeechBegan, VoiceActivity.FirstPause, VoiceActivity.SpeechResumed,
                VoiceActivity.Pause, VoiceActivity.SpeechResumed, VoiceActivity.Pause,
            ],
            activity.Select(a => a.Activity));
    }

    [Fact]
    public void Line_noise_under_minus_40_dbov_is_silence()
        => Assert.Equal(MachineHint.Machine, Hear(TestSignal.Noise(6, 8000 * 3, -42)).Hint);

    [Fact]
    public void After_a_reset_the_next_call_is_judged_afresh()
    {
        var detector = new AnsweringMachineDetector();
        Feed(detector, Word(4));
        Assert.Equal(MachineHint.Machine, detector.Hint);
        detector.Reset();
        Assert.False(detector.IsDecided);
        Feed(detector, TestSignal.Join(Quiet(0.3), Word(0.4), Quiet(1)));
        Assert.Equal(MachineHint.Human, detector.Hint);
    }

    [Fact]
    public void The_shipped_alert_message_sounds_like_a_machine()
    {
        var (_, pcm) = ShippedPrompts.All().First(p => p.Name.EndsWith("sample-flood-message.wav", StringComparison.Ordinal));
        Assert.Equal(MachineHint.Machine, Hear(pcm).Hint);
    }

    [Fact]
    public void Listening_allocates_nothing()
    {
        var detector = new AnsweringMachineDetector();
        var frame = Word(0.02);
        detector.Process(frame);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            detector.Process(frame);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static short[] Word(double seconds) => TestSignal.Noise(17, (int)(seconds * 8000), -25);

    private static short[] Quiet(double seconds) => TestSignal.Noise(18, (int)(seconds * 8000), -60);

    private static void Feed(AnsweringMachineDetector detector, short[] sound)
    {
        for (var at = 0; at < sound.Length; at += 160)
            detector.Process(sound.AsSpan(at, Math.Min(160, sound.Length - at)));
    }

    private static (MachineHint Hint, double DecidedAt, List<(double At, VoiceActivity Activity)> Activity) Hear(params short[][] parts)
        => Hear(new AnsweringMachineOptions(), parts);

    private static (MachineHint Hint, double DecidedAt, List<(double At, VoiceActivity Activity)> Activity) Hear(
        AnsweringMachineOptions options, params short[][] parts)
    {
        var sound = TestSignal.Join(parts);
        var detector = new AnsweringMachineDetector(options);
        var activities = new List<(double, VoiceActivity)>();
        var decided = double.NaN;
        for (var at = 0; at + 160 <= sound.Length; at += 160)
        {
            if (detector.Process(sound.AsSpan(at, 160)) is var activity and not VoiceActivity.None)
                activities.Add(((at + 160) / 8000.0, activity));
            if (double.IsNaN(decided) && detector.IsDecided)
                decided = (at + 160) / 8000.0;
        }

        return (detector.Hint, decided, activities);
    }
}
