using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Tests.Audio;

namespace AlertAutomaton.Media.Tests.Detection;

public sealed class FaxToneDetectorTests
{
    [Theory]
    [InlineData(1062, -20, 500)]
    [InlineData(1100, -20, 500)]
    [InlineData(1138, -20, 500)]
    [InlineData(1100, -45, 500)]
    [InlineData(1100, -20, 440)]
    [InlineData(1100, -20, 570)]
    public void A_calling_fax_is_heard_by_its_first_tone(double hertz, double level, int milliseconds)
        => Assert.Equal([FaxTone.Calling], Hear(Burst(hertz, level, milliseconds)));

    [Theory]
    [InlineData(2085)]
    [InlineData(2100)]
    [InlineData(2115)]
    public void An_answering_fax_is_heard_once(double hertz)
        => Assert.Equal([FaxTone.Answering], Hear(Burst(hertz, -18, 2600)));

    [Fact]
    public void A_modem_that_turns_its_phase_is_heard()
    {
        var tone = ToneGenerator.Sine(2100, TimeSpan.FromSeconds(3), -18);
        for (var n = 0; n < tone.Length; n++)
            tone[n] = n / 3600 % 2 == 1 ? (short)-tone[n] : tone[n];
        Assert.Equal([FaxTone.Answering], Hear(TestSignal.Join(tone, TestSignal.Silence(0.2))));
    }

    [Theory]
    [InlineData(1000, 500)]
    [InlineData(1200, 500)]
    [InlineData(1100, 300)]
    [InlineData(1100, 800)]
    [InlineData(2100, 500)]
    [InlineData(2000, 2600)]
    public void Other_tones_are_no_fax(double hertz, int milliseconds) => Assert.Empty(Hear(Burst(hertz, -18, milliseconds)));

    [Fact]
    public void A_voicemail_beep_that_looks_like_a_fax_is_not_believed_after_speech()
    {
        var greeting = TestSignal.Join(TestSignal.Voice(3, -22), TestSignal.Silence(0.3), Burst(1100, -18, 500));
        Assert.Empty(Hear(greeting));
        Assert.Equal([FaxTone.Calling], Hear(TestSignal.Join(greeting, TestSignal.Silence(2.8), Burst(1100, -18, 500))));
    }

    [Fact]
    public void A_tone_in_noise_less_than_ten_decibels_down_is_not_believed()
    {
        var tone = Burst(1100, -20, 500);
        Assert.Empty(Hear(TestSignal.Add(tone, TestSignal.Noise(8, tone.Length, -24))));
        Assert.Equal([FaxTone.Calling], Hear(TestSignal.Add(tone, TestSignal.Noise(8, tone.Length, -36))));
    }

    [Fact]
    public void Voice_and_the_shipped_prompts_are_no_fax()
    {
        Assert.Empty(Hear(TestSignal.Voice(60, -20)));
        foreach (var (name, pcm) in ShippedPrompts.All())
            Assert.True(Hear(pcm).Count == 0, name);
    }

    private static short[] Burst(double hertz, double level, int milliseconds)
        => TestSignal.Join(TestSignal.Silence(0.21), ToneGenerator.Sine(hertz, TimeSpan.FromMilliseconds(milliseconds), level), TestSignal.Silence(0.2));

    private static List<FaxTone> Hear(short[] sound)
    {
        var detector = new FaxToneDetector();
        var heard = new List<FaxTone>();
        for (var at = 0; at + 160 <= sound.Length; at += 160)
        {
            if (detector.Process(sound.AsSpan(at, 160)) is var tone and not FaxTone.None)
                heard.Add(tone);
        }

        return heard;
    }
}
