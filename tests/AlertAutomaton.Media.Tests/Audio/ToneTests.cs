using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Media.Tests.Audio;

public sealed class ToneTests
{
    [Theory]
    [InlineData(350)]
    [InlineData(440.5)]
    [InlineData(1234.5)]
    [InlineData(3300)]
    public void A_generated_tone_is_found_again_at_its_pitch_and_level(double hertz)
    {
        foreach (var noise in new[] { -80.0, -40, -30 })
        {
            var tone = TestSignal.Add(ToneGenerator.Sine(hertz, TimeSpan.FromSeconds(1), -20), TestSignal.Noise(4, 8000, noise));
            var (found, share) = ToneDetector.Strongest(tone);
            Assert.Equal(hertz, found, 0.7);
            Assert.InRange(share, 0.85, 1);
            Assert.Equal(-20, ToneDetector.LevelAt(tone, hertz), 0.3);
            Assert.True(ToneDetector.Hears(tone, hertz));
            Assert.False(ToneDetector.Hears(tone, hertz * 1.1));
        }
    }

    [Fact]
    public void A_short_tone_inside_a_long_recording_is_heard()
    {
        var recording = TestSignal.Join(
            TestSignal.Voice(3, -25), ToneGenerator.Sine(880, TimeSpan.FromMilliseconds(250)), TestSignal.Voice(3, -25));
        Assert.True(ToneDetector.Hears(TestSignal.ThroughAlaw(recording), 880));
        Assert.False(ToneDetector.Hears(recording, 990));
    }

    [Fact]
    public void Noise_and_silence_hold_no_tone()
    {
        Assert.False(ToneDetector.Hears(TestSignal.Noise(9, 16000, -20), 1000));
        Assert.False(ToneDetector.Hears(new short[16000], 1000));
        Assert.InRange(ToneDetector.Strongest(TestSignal.Noise(9, 8000, -20)).Share, 0, 0.1);
        Assert.Equal((0, 0), ToneDetector.Strongest([]));
    }

    [Fact]
    public void Every_key_has_its_two_tones()
    {
        foreach (var key in ToneGenerator.Keys)
        {
            var sound = ToneGenerator.Key(key, TimeSpan.FromMilliseconds(500), -16, -14);
            var (row, column) = ToneGenerator.KeyFrequencies(key);
            Assert.Equal(-16, ToneDetector.LevelAt(sound, row), 0.4);
            Assert.Equal(-14, ToneDetector.LevelAt(sound, column), 0.4);
        }

        Assert.Throws<ArgumentException>(() => ToneGenerator.KeyFrequencies('x'));
    }
}
