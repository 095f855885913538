namespace AlertAutomaton.Media.Rtp;

/// <summary>
/// Sound laid out by its timestamps: what comes late finds its place, what never comes is concealed. Bounded; memory grows by the second.
/// </summary>
/// <remarks>One owner.</remarks>
internal sealed class RtpRecording(int maximumSamples)
{
    /// <summary>A step of the timestamp beyond this many samples is a sender's new clock, not a gap.</summary>
    public const int LongestGap = 8 * 8000;

    private const int Second = 8000;

    private short[] _samples = [];
    private RtpTimestamp _origin;
    private int _originPosition;
    private uint _ssrc;
    private bool _started;

    /// <summary>Samples so far.</summary>
    public int Length { get; private set; }

    /// <summary>Samples that were filled in and have not arrived since.</summary>
    public int Concealed { get; private set; }

    /// <summary>Whether sound was left out because the recording was full.</summary>
    public bool Truncated { get; private set; }

    /// <summary>Puts sound in its place.</summary>
    public void Add(uint ssrc, RtpTimestamp timestamp, ReadOnlySpan<short> sound)
    {
        var offset = timestamp.SamplesFrom(_origin);
        var position = (long)_originPosition + offset;
        if (!_started || ssrc != _ssrc || position - Length > LongestGap || position < Length - LongestGap)
        {
            // A new source, or a new clock, goes on where the former ended.
            (_started, _ssrc, _origin, _originPosition) = (true, ssrc, timestamp, Length);
            position = Length;
        }

        if (position < 0)
            return;
        if (position >= Length)
            Append((int)Math.Min(position, int.MaxValue), sound);
        else
            FillIn((int)position, sound);
    }

    /// <summary>A copy of what was recorded.</summary>
    public short[] ToArray() => _samples[..Length];

    private void Append(int position, ReadOnlySpan<short> sound)
    {
        var start = Math.Min(position, maximumSamples);
        var end = (int)Math.Min((long)position + sound.Length, maximumSamples);
        Truncated |= (long)position + sound.Length > maximumSamples;
        if (end <= Length)
            return;
        if (end > _samples.Length)
            Array.Resize(ref _samples, (int)Math.Min((long)(end + Second - 1) / Second * Second, maximumSamples));
        if (start > Length)
        {
            LossConcealment.Fill(_samples.AsSpan(0, Length), _samples.AsSpan(Length, start - Length));
            Concealed += start - Length;
        }

        if (end > start)
            sound[..(end - start)].CopyTo(_samples.AsSpan(start));
        Length = end;
    }

    // Late, but in time for the recording: it takes the place of what stood in for it.
    private void FillIn(int position, ReadOnlySpan<short> sound)
    {
        var inside = Math.Min(sound.Length, Length - position);
        sound[..inside].CopyTo(_samples.AsSpan(position));
        Concealed = Math.Max(0, Concealed - inside);
        if (inside < sound.Length)
            Append(Length, sound[inside..]);
    }
}
