using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.Media.Sessions;

/// <summary>A place in a list of shared prompts: playing copies nothing but the 20 ms that leave.</summary>
/// <remarks>One owner.</remarks>
internal sealed class PromptCursor
{
    private IReadOnlyList<PreparedPrompt> _prompts = [];
    private ReadOnlyMemory<byte> _encoded;
    private AudioCodec _codec;
    private int _prompt = -1;
    private int _offset;

    /// <summary>Whether anything is left to play.</summary>
    public bool IsPlaying { get; private set; }

    /// <summary>Samples of the list that were played.</summary>
    public long PlayedSamples { get; private set; }

    /// <summary>Plays a list from its beginning.</summary>
    public void Start(IReadOnlyList<PreparedPrompt> prompts)
    {
        _prompts = prompts;
        _prompt = -1;
        _offset = 0;
        _encoded = default;
        PlayedSamples = 0;
        IsPlaying = true;
    }

    /// <summary>Plays nothing more; <see cref="PlayedSamples"/> stays.</summary>
    public void Stop()
    {
        IsPlaying = false;
        _prompts = [];
        _encoded = default;
    }

    /// <summary>The next sound, empty at the end of the list.</summary>
    public ReadOnlySpan<byte> Next(AudioCodec codec, int samples)
    {
        if (codec != _codec && _prompt >= 0 && IsPlaying)
            _encoded = _prompts[_prompt].Encoded(codec);
        _codec = codec;
        while (IsPlaying && _offset >= _encoded.Length)
        {
            _offset = 0;
            if (++_prompt < _prompts.Count)
                _encoded = _prompts[_prompt].Encoded(codec);
            else
                Stop();
        }

        if (!IsPlaying)
            return default;
        var taken = _encoded.Span.Slice(_offset, Math.Min(samples, _encoded.Length - _offset));
        _offset += taken.Length;
        PlayedSamples += taken.Length;
        return taken;
    }
}
