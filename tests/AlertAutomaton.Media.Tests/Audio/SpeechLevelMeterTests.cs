using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Media.Tests.Audio;

public sealed class SpeechLevelMeterTests
{
    [Fact]
    public void A_full_scale_sine_is_3_decibels_under_overload()
    {
        var level = SpeechLevelMeter.Measure(ToneGenerator.Sine(1000, TimeSpan.FromSeconds(5), -3.01), 8000);
        Assert.Equal(-3.0, level.ActiveLevel, 0.1);
        Assert.InRange(level.Activity, 0.98, 1);
    }

    [Fact]
    public void Hangover_after_each_burst_counts_as_speech_as_the_standard_says()
    {
        var tone = ToneGenerator.Sine(1000, TimeSpan.FromSeconds(1), -23.01);
        var signal = TestSignal.Join([.. Enumerable.Range(0, 10).SelectMany(_ => new[] { tone, TestSignal.Silence(1) })]);
        var level = SpeechLevelMeter.Measure(signal, 8000);
        Assert.Equal(-24.06, level.ActiveLevel, 0.15);
        Assert.Equal(0.64, level.Activity, 0.02);
        Assert.Equal(-26.02, level.LongTermLevel, 0.05);
    }

    [Theory]
    [InlineData(-18)]
    [InlineData(-30)]
    [InlineData(-45)]
    public void The_level_follows_the_gain(double level)
    {
        var reference = SpeechLevelMeter.Measure(TestSignal.Voice(6, -20), 8000).ActiveLevel;
        var measured = SpeechLevelMeter.Measure(TestSignal.Voice(6, level), 8000).ActiveLevel;
        Assert.Equal(level + 20, measured - reference, 0.3);
    }

    [Fact]
    public void Silence_has_no_active_level()
    {
        var level = SpeechLevelMeter.Measure(new short[8000], 8000);
        Assert.Equal(0, level.Activity);
        Assert.Equal(AudioLevel.Silence, level.ActiveLevel);
        Assert.Equal(AudioLevel.Silence, SpeechLevelMeter.Measure(ReadOnlySpan<short>.Empty, 8000).ActiveLevel);
    }

    [Fact]
    public void Levels_of_the_two_scales_agree_on_a_full_scale_sine()
        => Assert.Equal(3.14, AudioLevel.Dbov(ToneGenerator.Sine(1000, TimeSpan.FromSeconds(1), -3.01)) + AudioLevel.Dbm0OverDbov, 0.02);
}
