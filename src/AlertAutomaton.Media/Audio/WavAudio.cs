namespace AlertAutomaton.Media.Audio;

/// <summary>Audio read from a file: mono 16-bit samples at the file's own rate.</summary>
/// <param name="Samples">Mono samples; several channels have been averaged.</param>
/// <param name="SampleRate">Samples per second, 4,000 to 192,000.</param>
public sealed record WavAudio(short[] Samples, int SampleRate)
{
    /// <summary>How long the audio plays.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / SampleRate);
}
