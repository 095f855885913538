using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Tests.Audio;

namespace AlertAutomaton.Media.Tests.Prompts;

public sealed class PreparedPromptTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 160)]
    [InlineData(160, 160)]
    [InlineData(161, 320)]
    public void A_prompt_is_a_whole_number_of_packets(int samples, int padded)
    {
        var prompt = PreparedPrompt.FromPcm("test", new short[samples]);
        Assert.Equal(padded, prompt.Pcm.Length);
        Assert.Equal(padded, prompt.Encoded(AudioCodec.Pcma).Length);
        Assert.Equal(padded / 8.0, prompt.Duration.TotalMilliseconds);
    }

    [Fact]
    public async Task Every_call_shares_one_encoding_per_codec()
    {
        var prompt = PreparedPrompt.FromPcm("test", ToneGenerator.Sine(440, TimeSpan.FromSeconds(1)));
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => prompt.Encoded(AudioCodec.Pcmu))));
        Assert.All(all, one => Assert.True(one.Equals(all[0])));
        var decoded = new short[8000];
        G711.Decode(AudioCodec.Pcmu, all[0].Span, decoded);
        Assert.Equal(440, ToneDetector.Strongest(decoded).Hertz, 0.5);
    }

    [Fact]
    public void The_prompt_does_not_change_with_the_array_it_was_made_of()
    {
        var pcm = ToneGenerator.Sine(440, TimeSpan.FromSeconds(1));
        var prompt = PreparedPrompt.FromPcm("test", pcm);
        var before = prompt.Pcm.ToArray();
        Array.Clear(pcm);
        Assert.Equal(before, prompt.Pcm.ToArray());
    }

    [Fact]
    public void Silence_has_the_length_asked_for_and_no_sound()
    {
        var silence = PreparedPrompt.Silence(TimeSpan.FromMilliseconds(700));
        Assert.Equal(700, silence.Duration.TotalMilliseconds);
        Assert.All(silence.Pcm.ToArray(), sample => Assert.Equal(0, sample));
        Assert.Throws<ArgumentOutOfRangeException>(() => PreparedPrompt.Silence(TimeSpan.FromMilliseconds(-1)));
    }

    [Fact]
    public void Only_phone_rate_files_are_taken_as_they_are()
    {
        var pcm = TestSignal.Noise(2, 800, -20);
        Assert.True(PreparedPrompt.TryFromWav("a", WavFile.ToBytes(pcm, 8000), out var prompt, out _));
        Assert.Equal(pcm, prompt!.Pcm.ToArray());
        Assert.False(PreparedPrompt.TryFromWav("a", WavFile.ToBytes(pcm, 16000), out _, out var problem));
        Assert.Equal(WavProblem.RateUnsupported, problem);
        Assert.False(PreparedPrompt.TryFromWav("a", "?"u8, out _, out problem));
        Assert.Equal(WavProblem.NotWav, problem);
    }
}
