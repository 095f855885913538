using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Tests.Audio;

namespace AlertAutomaton.Media.Tests.Detection;

public sealed class InBandKeyDetectorTests
{
    // Level of one tone in dBm0 and twist as column minus row in dB.
    [Theory]
    [InlineData(70, 70, -10, 0)]
    [InlineData(40, 50, -10, 0)]
    [InlineData(70, 70, -30, 0)]
    [InlineData(70, 70, -40, 0)]
    [InlineData(70, 70, -3, 0)]
    [InlineData(70, 70, -16, 6)]
    [InlineData(70, 70, -12, -4)]
    public void All_sixteen_keys_are_heard_once_each_through_the_codec(int on, int off, double level, double twist)
        => Assert.Equal(ToneGenerator.Keys, Hear(TestSignal.ThroughAlaw(Dial(ToneGenerator.Keys, on, off, level, twist))));

    [Theory]
    [InlineData(15)]
    [InlineData(10)]
    public void Keys_are_heard_over_noise(double signalToNoise)
    {
        var keys = Dial(ToneGenerator.Keys, 70, 70, -10, 0);
        var power = -10 + 3.01 - AudioLevel.Dbm0OverDbov;
        Assert.Equal(ToneGenerator.Keys, Hear(TestSignal.Add(keys, TestSignal.Noise(5, keys.Length, power - signalToNoise))));
    }

    [Theory]
    [InlineData(70, 10, 1)]
    [InlineData(70, -8, 1)]
    [InlineData(70, 0, 1.035)]
    [InlineData(20, 0, 1)]
    public void What_the_standard_wants_rejected_is_rejected(int on, double twist, double pitch)
        => Assert.Equal("", Hear(TestSignal.ThroughAlaw(Dial(ToneGenerator.Keys, on, 80, -16, twist, pitch))));

    [Fact]
    public void A_key_held_for_long_is_one_key_and_pressed_again_is_another()
    {
        Assert.Equal("5", Hear(Dial("5", 4000, 100, -10, 0)));
        Assert.Equal("5555", Hear(Dial("5555", 70, 80, -10, 0)));
    }

    [Fact]
    public void A_drop_out_of_ten_milliseconds_does_not_double_a_key()
    {
        var key = Dial("1", 200, 100, -10, 0);
        Array.Clear(key, 8 * 90, 80);
        Assert.Equal("1", Hear(key));
    }

    [Fact]
    public void The_length_of_the_frames_does_not_matter()
    {
        var sound = Dial(ToneGenerator.Keys, 60, 60, -12, 0);
        foreach (var frame in new[] { 1, 80, 160, 240, 333, 480 })
            Assert.Equal(ToneGenerator.Keys, Hear(sound, frame));
    }

    [Fact]
    public void Voice_noise_and_single_tones_are_no_keys()
    {
        Assert.Equal("", Hear(TestSignal.Voice(60, -18)));
        Assert.Equal("", Hear(TestSignal.Noise(11, 8000 * 30, -15)));
        foreach (var hertz in new[] { 697.0, 941, 1209, 1477, 440, 1000 })
            Assert.Equal("", Hear(ToneGenerator.Sine(hertz, TimeSpan.FromSeconds(1), -10)));
    }

    [Fact]
    public void The_shipped_prompts_hold_no_keys()
    {
        foreach (var (name, pcm) in ShippedPrompts.All())
            Assert.True(Hear(TestSignal.ThroughAlaw(pcm)) == "", name);
    }

    [Fact]
    public void Listening_allocates_nothing()
    {
        var detector = new InBandKeyDetector();
        var frame = ToneGenerator.Key('7', TimeSpan.FromMilliseconds(20));
        var keys = new char[8];
        detector.Process(frame, keys);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            detector.Process(frame, keys);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static short[] Dial(string keys, int on, int off, double dbm0, double twist, double pitch = 1)
    {
        var row = dbm0 - AudioLevel.Dbm0OverDbov;
        var parts = new List<short[]> { TestSignal.Silence(0.05) };
        foreach (var key in keys)
        {
            var (low, high) = ToneGenerator.KeyFrequencies(key);
            parts.Add(ToneGenerator.Mix(TimeSpan.FromMilliseconds(on), 8000, (low * pitch, row), (high * pitch, row + twist)));
            parts.Add(TestSignal.Silence(off / 1000.0));
        }

        return TestSignal.Join([.. parts]);
    }

    private static string Hear(short[] sound, int frame = 160)
    {
        var detector = new InBandKeyDetector();
        var heard = new List<char>();
        var keys = new char[8];
        for (var at = 0; at < sound.Length; at += frame)
        {
            var count = detector.Process(sound.AsSpan(at, Math.Min(frame, sound.Length - at)), keys);
            heard.AddRange(keys.Take(count));
        }

        return string.Concat(heard);
    }
}
