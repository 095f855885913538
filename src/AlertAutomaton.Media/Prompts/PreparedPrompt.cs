using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Media.Prompts;

/// <summary>
/// Sound ready for the phone: immutable 8 kHz mono audio, encoded at most once per codec and shared by every call that plays it.
/// </summary>
public sealed class PreparedPrompt
{
    /// <summary>Samples per second.</summary>
    public const int SampleRate = 8000;

    /// <summary>Samples in one 20 ms packet; every prompt is a whole number of these, so that a cursor never copies.</summary>
    public const int FrameSamples = 160;

    private readonly short[] _pcm;
    private byte[]? _pcma;
    private byte[]? _pcmu;

    private PreparedPrompt(string name, short[] pcm)
    {
        Name = name;
        _pcm = pcm;
    }

    /// <summary>What the prompt is called in logs and in the catalogue.</summary>
    public string Name { get; }

    /// <summary>How long it plays: a whole number of 20 ms.</summary>
    public TimeSpan Duration => TimeSpan.FromMilliseconds(_pcm.Length / (SampleRate / 1000));

    /// <summary>16-bit samples at 8 kHz.</summary>
    public ReadOnlyMemory<short> Pcm => _pcm;

    /// <summary>Takes 8 kHz samples as they are, adding silence up to a whole 20 ms.</summary>
    public static PreparedPrompt FromPcm(string name, short[] pcm)
    {
        var frames = (pcm.Length + FrameSamples - 1) / FrameSamples;
        var padded = new short[frames * FrameSamples];
        pcm.CopyTo(padded, 0);
        return new PreparedPrompt(name, padded);
    }

    /// <summary>Silence of the given length, rounded up to 20 ms.</summary>
    public static PreparedPrompt Silence(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, WavFile.LongestAudio);
        return FromPcm("silence", new short[(int)Math.Ceiling(duration.TotalSeconds * SampleRate)]);
    }

    /// <summary>Takes a WAV file that is already 8 kHz; other rates are prepared first (recipe of the Audio folder).</summary>
    public static bool TryFromWav(string name, ReadOnlySpan<byte> file, out PreparedPrompt? prompt, out WavProblem problem)
    {
        prompt = null;
        if (!WavFile.TryRead(file, out var audio, out problem))
            return false;
        if (audio!.SampleRate != SampleRate)
        {
            problem = WavProblem.RateUnsupported;
            return false;
        }

        prompt = FromPcm(name, audio.Samples);
        return true;
    }

    /// <summary>The RTP payload bytes, one per sample, encoded on first use.</summary>
    public ReadOnlyMemory<byte> Encoded(AudioCodec codec) => codec == AudioCodec.Pcma
        ? LazyInitializer.EnsureInitialized(ref _pcma, () => Encode(AudioCodec.Pcma))
        : LazyInitializer.EnsureInitialized(ref _pcmu, () => Encode(AudioCodec.Pcmu));

    private byte[] Encode(AudioCodec codec)
    {
        var codes = new byte[_pcm.Length];
        G711.Encode(codec, _pcm, codes);
        return codes;
    }
}
