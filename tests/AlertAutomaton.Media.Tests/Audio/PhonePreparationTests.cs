using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Media.Tests.Audio;

public sealed class PhonePreparationTests
{
    [Theory]
    [InlineData(-45)]
    [InlineData(-35)]
    [InlineData(-25)]
    [InlineData(-15)]
    public void Speech_of_any_level_comes_out_at_minus_22_dbov(double level)
    {
        foreach (var rate in new[] { 8000, 22050, 44100 })
        {
            var prepared = PhonePreparation.Prepare(TestSignal.Voice(4, level, rate), rate);
            Assert.True(prepared.IsUsable);
            Assert.InRange(prepared.ActiveLevel, -23, -21.5);
            var again = SpeechLevelMeter.Measure(prepared.Pcm, 8000).ActiveLevel;
            Assert.InRange(again, -24, -20);
        }
    }

    [Fact]
    public void Nothing_is_clipped_and_peaks_stay_under_minus_3_dbfs()
    {
        var voice = TestSignal.Voice(4, -30);
        for (var i = 4000; i < voice.Length; i += 4000)
            voice[i] = 32000;
        var prepared = PhonePreparation.Prepare(voice, 8000);
        Assert.True(prepared.LimitedShare > 0);
        Assert.InRange(prepared.Pcm.Max(s => Math.Abs((int)s)), 1000, (int)Math.Ceiling(32768 * 0.70795));
    }

    [Fact]
    public void Hum_is_removed_and_the_voice_band_kept()
    {
        Assert.True(GainAt(50) < GainAt(1000) - 40);
        Assert.True(GainAt(100) < GainAt(1000) - 20);
        Assert.Equal(GainAt(400), GainAt(1000), 2.5);
        Assert.InRange(GainAt(2500) - GainAt(700), 2, 4.5);
    }

    [Fact]
    public void Silence_around_is_trimmed_and_replaced_by_the_lead_in_and_out()
    {
        var source = TestSignal.Join(TestSignal.Silence(2), TestSignal.Voice(1.9, -25), TestSignal.Silence(3));
        var message = PhonePreparation.Prepare(source, 8000);
        Assert.InRange(message.Pcm.Length / 8000.0, 1.9 + 0.75, 1.9 + 0.9);
        Assert.All(message.Pcm.Take(2400), sample => Assert.Equal(0, sample));
        Assert.All(message.Pcm.TakeLast(4000), sample => Assert.Equal(0, sample));
        var fragment = PhonePreparation.Prepare(source, 8000, PhonePreparationOptions.Fragment);
        Assert.Equal(message.Pcm.Length - 0.68 * 8000, fragment.Pcm.Length, 2.0);
    }

    [Fact]
    public void Speech_begins_and_ends_without_a_click()
    {
        var prepared = PhonePreparation.Prepare(ToneGenerator.Sine(440, TimeSpan.FromSeconds(2), -10), 8000);
        var speech = prepared.Pcm.AsSpan(2400, prepared.Pcm.Length - 2400 - 4000);
        Assert.InRange(Math.Abs((int)speech[0]), 0, 40);
        Assert.InRange(Math.Abs((int)speech[^1]), 0, 40);
    }

    [Fact]
    public void A_source_recorded_too_loud_is_remarked()
    {
        var loud = ToneGenerator.Sine(440, TimeSpan.FromSeconds(2), 3);
        Assert.True(PhonePreparation.Prepare(loud, 8000).Warnings.HasFlag(PreparationWarnings.SourceClipped));
        Assert.Equal(PreparationWarnings.None, PhonePreparation.Prepare(TestSignal.Voice(2, -20), 8000).Warnings);
    }

    [Fact]
    public void A_source_too_quiet_or_too_narrow_is_remarked()
    {
        Assert.True(PhonePreparation.Prepare(TestSignal.Voice(3, -52), 8000).Warnings.HasFlag(PreparationWarnings.SourceTooQuiet));
        Assert.True(PhonePreparation.Prepare(TestSignal.Voice(3, -20, 6000), 6000).Warnings.HasFlag(PreparationWarnings.SourceNarrow));
    }

    [Fact]
    public void Silence_and_scraps_are_refused_with_the_reason()
    {
        Assert.Equal(PreparationProblem.Silent, PhonePreparation.Prepare(new short[16000], 16000).Problem);
        Assert.Equal(PreparationProblem.Silent, PhonePreparation.Prepare([], 8000).Problem);
        Assert.Equal(PreparationProblem.Silent, PhonePreparation.Prepare(TestSignal.Noise(3, 16000, -70), 8000).Problem);
        var click = TestSignal.Join(TestSignal.Silence(1), ToneGenerator.Sine(500, TimeSpan.FromMilliseconds(100)), TestSignal.Silence(1));
        Assert.Equal(PreparationProblem.TooShort, PhonePreparation.Prepare(click, 8000).Problem);
    }

    // One tone far louder than the rest sets the level; the response at another tone is read beside it.
    private static double GainAt(double hertz)
    {
        var duration = TimeSpan.FromSeconds(3);
        var source = ToneGenerator.Mix(duration, 8000, (1500, -20), (hertz, -40));
        var prepared = PhonePreparation.Prepare(source, 8000);
        var middle = prepared.Pcm.AsSpan(6000, 12000);
        return ToneDetector.LevelAt(middle, hertz) - ToneDetector.LevelAt(middle, 1500);
    }
}
