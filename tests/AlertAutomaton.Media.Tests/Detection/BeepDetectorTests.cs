using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Tests.Audio;

namespace AlertAutomaton.Media.Tests.Detection;

public sealed class BeepDetectorTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(20)]
    [InlineData(15)]
    [InlineData(10)]
    public void Beeps_of_every_pitch_and_length_are_found_over_noise(double signalToNoise)
    {
        foreach (var hertz in new[] { 425.0, 440, 500, 620, 800, 950, 1000, 1004, 1200, 1400, 1500, 1800, 2000, 2200, 2500 })
        {
            foreach (var milliseconds in new[] { 150, 250, 500, 1000 })
            {
                var beep = TestSignal.Join(
                    TestSignal.Silence(0.33), ToneGenerator.Sine(hertz, TimeSpan.FromMilliseconds(milliseconds), -18), TestSignal.Silence(0.5));
                var line = TestSignal.Add(beep, TestSignal.Noise((int)hertz + milliseconds, beep.Length, -18 - signalToNoise));
                var heard = Hear(TestSignal.ThroughAlaw(line));
                Assert.True(heard.Count == 1, $"{hertz} Hz {milliseconds} ms at {signalToNoise} dB: heard {heard.Count}");
                Assert.Equal(hertz, heard[0].Hertz, 3.0);

                // Reported after the tone's end, within 60 ms.
                Assert.InRange(heard[0].At - 0.33 - milliseconds / 1000.0, 0, 0.06);
            }
        }
    }

    [Theory]
    [InlineData(-44)]
    [InlineData(-10)]
    [InlineData(-6)]
    public void Faint_and_loud_beeps_are_found(double level)
        => Assert.Single(Hear(TestSignal.Join(ToneGenerator.Sine(1000, TimeSpan.FromMilliseconds(300), level), TestSignal.Silence(0.1))));

    [Fact]
    public void Ring_back_two_tone_signals_keys_and_chirps_are_no_beeps()
    {
        Assert.Empty(Hear(TestSignal.Join(ToneGenerator.Sine(440, TimeSpan.FromSeconds(1.5), -15), TestSignal.Silence(1))));
        Assert.Empty(Hear(TestSignal.Join(ToneGenerator.Mix(TimeSpan.FromSeconds(0.5), 8000, (480, -18), (620, -18)), TestSignal.Silence(1))));
        Assert.Empty(Hear(TestSignal.Join(ToneGenerator.Sine(1000, TimeSpan.FromMilliseconds(60), -15), TestSignal.Silence(1))));
        foreach (var key in ToneGenerator.Keys)
            Assert.Empty(Hear(TestSignal.Join(ToneGenerator.Key(key, TimeSpan.FromMilliseconds(300)), TestSignal.Silence(0.2))));
        var chirp = new short[4000];
        for (var n = 0; n < chirp.Length; n++)
            chirp[n] = (short)(8000 * Math.Sin(2 * Math.PI * (600 * n / 8000.0 + 800 * n / 8000.0 * n / 8000.0)));
        Assert.Empty(Hear(TestSignal.Join(chirp, TestSignal.Silence(1))));
    }

    [Fact]
    public void Voice_and_noise_are_no_beeps()
    {
        Assert.Empty(Hear(TestSignal.Voice(60, -20)));
        Assert.Empty(Hear(TestSignal.Noise(21, 8000 * 30, -20)));
    }

    [Fact]
    public void The_shipped_prompts_hold_no_beeps()
    {
        string[] beeping =
        [
            .. ShippedPrompts.All()
                .Select(prompt => (prompt.Name, Beeps: Hear(TestSignal.ThroughAlaw(prompt.Pcm))))
                .Where(prompt => prompt.Beeps is not [])
                .Select(prompt => $"{prompt.Name}: {string.Join(" ", prompt.Beeps)}"),
        ];
        Assert.True(beeping.Length == 0, string.Join('\n', beeping));
    }

    [Fact]
    public void A_beep_after_a_spoken_greeting_is_found_once()
    {
        var greeting = TestSignal.Join(
            TestSignal.Voice(4, -22), TestSignal.Silence(0.4), ToneGenerator.Sine(1000, TimeSpan.FromMilliseconds(400), -14), TestSignal.Silence(1));
        var heard = Assert.Single(Hear(TestSignal.ThroughAlaw(greeting), 240));
        Assert.Equal(1000, heard.Hertz, 2.0);
    }

    [Fact]
    public void Listening_allocates_nothing()
    {
        var detector = new BeepDetector();
        var frame = ToneGenerator.Sine(1000, TimeSpan.FromMilliseconds(20));
        detector.Process(frame, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            detector.Process(frame, out _);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static List<(double At, double Hertz)> Hear(short[] sound, int frame = 160)
    {
        var detector = new BeepDetector();
        var heard = new List<(double, double)>();
        for (var at = 0; at < sound.Length; at += frame)
        {
            if (detector.Process(sound.AsSpan(at, Math.Min(frame, sound.Length - at)), out var hertz))
                heard.Add(((at + frame) / 8000.0, hertz));
        }

        return heard;
    }
}
