namespace AlertAutomaton.Media.Audio;

/// <summary>Why a WAV file was refused.</summary>
public enum WavProblem
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The bytes do not begin with a RIFF/WAVE header.</summary>
    NotWav,

    /// <summary>There is no usable <c>fmt </c> chunk before the data.</summary>
    FormatMissing,

    /// <summary>The encoding is not PCM 8/16/24/32, float 32/64, A-law or mu-law.</summary>
    EncodingUnsupported,

    /// <summary>More than 8 channels, or none.</summary>
    ChannelsUnsupported,

    /// <summary>A rate under 4,000 or over 192,000 samples per second.</summary>
    RateUnsupported,

    /// <summary>There is no <c>data</c> chunk, or not one whole sample in it.</summary>
    NoAudio,

    /// <summary>The audio lasts longer than the limit.</summary>
    TooLong,
}
