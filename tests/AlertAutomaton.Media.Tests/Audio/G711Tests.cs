using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Media.Tests.Audio;

public sealed class G711Tests
{
    [Fact]
    public void Every_alaw_code_survives_decoding_and_encoding()
    {
        for (var code = 0; code < 256; code++)
            Assert.Equal((byte)code, G711.Encode(AudioCodec.Pcma, G711.Decode(AudioCodec.Pcma, (byte)code)));
    }

    [Fact]
    public void Every_mulaw_code_survives_decoding_and_encoding_but_negative_zero_becomes_zero()
    {
        for (var code = 0; code < 256; code++)
        {
            var expected = code == 0x7F ? 0xFF : code;
            Assert.Equal((byte)expected, G711.Encode(AudioCodec.Pcmu, G711.Decode(AudioCodec.Pcmu, (byte)code)));
        }
    }

    // Values of ITU-T G.711 tables 1a and 2a, scaled to 16 bits.
    [Theory]
    [InlineData(AudioCodec.Pcma, 0xD5, 8)]
    [InlineData(AudioCodec.Pcma, 0x55, -8)]
    [InlineData(AudioCodec.Pcma, 0xAA, 32256)]
    [InlineData(AudioCodec.Pcma, 0x2A, -32256)]
    [InlineData(AudioCodec.Pcma, 0xC5, 264)]
    [InlineData(AudioCodec.Pcma, 0x85, 4224)]
    [InlineData(AudioCodec.Pcmu, 0xFF, 0)]
    [InlineData(AudioCodec.Pcmu, 0x80, 32124)]
    [InlineData(AudioCodec.Pcmu, 0x00, -32124)]
    [InlineData(AudioCodec.Pcmu, 0xEF, 132)]
    public void Codes_have_the_values_of_the_standard(AudioCodec codec, byte code, short value)
        => Assert.Equal(value, G711.Decode(codec, code));

    [Theory]
    [InlineData(AudioCodec.Pcma, 37)]
    [InlineData(AudioCodec.Pcmu, 36.5)]
    public void Tones_of_speech_level_stay_far_over_the_quantisation_noise(AudioCodec codec, double least)
    {
        foreach (var level in new[] { -6.0, -12, -18, -24, -30 })
        {
            var tone = ToneGenerator.Sine(1014, TimeSpan.FromSeconds(1), level);
            double signal = 0, noise = 0;
            foreach (var sample in tone)
            {
                var error = sample - G711.Decode(codec, G711.Encode(codec, sample));
                signal += (double)sample * sample;
                noise += (double)error * error;
            }

            Assert.True(10 * Math.Log10(signal / noise) >= least, $"{codec} at {level} dBov: {10 * Math.Log10(signal / noise):F1} dB");
        }
    }

    [Theory]
    [InlineData(AudioCodec.Pcma)]
    [InlineData(AudioCodec.Pcmu)]
    public void Every_sample_is_encoded_to_a_nearest_level(AudioCodec codec)
    {
        var levels = Enumerable.Range(0, 256).Select(code => (int)G711.Decode(codec, (byte)code)).Distinct().Order().ToArray();
        for (int sample = short.MinValue; sample <= short.MaxValue; sample += 7)
        {
            var chosen = Math.Abs(sample - G711.Decode(codec, G711.Encode(codec, (short)sample)));
            var index = Array.BinarySearch(levels, sample);
            index = index < 0 ? ~index : index;
            var best = Math.Min(
                Math.Abs(sample - levels[Math.Min(index, levels.Length - 1)]), Math.Abs(sample - levels[Math.Max(index - 1, 0)]));
            Assert.Equal(best, chosen);
        }
    }

    [Fact]
    public void Spans_are_coded_like_single_samples_and_short_targets_are_refused()
    {
        var pcm = TestSignal.Noise(1, 500, -20);
        var codes = new byte[500];
        G711.Encode(AudioCodec.Pcmu, pcm, codes);
        Assert.Equal(pcm.Select(s => G711.Encode(AudioCodec.Pcmu, s)), codes);
        var back = new short[500];
        G711.Decode(AudioCodec.Pcmu, codes, back);
        Assert.Equal(codes.Select(c => G711.Decode(AudioCodec.Pcmu, c)), back);
        Assert.Throws<ArgumentException>(() => G711.Encode(AudioCodec.Pcma, pcm, new byte[499]));
        Assert.Throws<ArgumentException>(() => G711.Decode(AudioCodec.Pcma, codes, new short[499]));
    }

    [Fact]
    public void The_silence_code_decodes_to_next_to_nothing()
    {
        Assert.InRange(G711.Decode(AudioCodec.Pcma, G711.Silence(AudioCodec.Pcma)), -8, 8);
        Assert.Equal(0, G711.Decode(AudioCodec.Pcmu, G711.Silence(AudioCodec.Pcmu)));
    }
}
