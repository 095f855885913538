namespace AlertAutomaton.Media.Rtp;

/// <summary>A 32-bit RTP timestamp in units of 1/8000 s with wrap-around arithmetic (RFC 3550 §5.1).</summary>
/// <param name="Value">The number on the wire.</param>
public readonly record struct RtpTimestamp(uint Value)
{
    /// <summary>The timestamp this many samples later.</summary>
    public RtpTimestamp Plus(int samples) => new(unchecked(Value + (uint)samples));

    /// <summary>Samples from <paramref name="earlier"/> to this one, the short way round.</summary>
    public int SamplesFrom(RtpTimestamp earlier) => unchecked((int)(Value - earlier.Value));

    /// <summary>Whether this one comes after <paramref name="other"/>, the short way round.</summary>
    public bool IsAfter(RtpTimestamp other) => SamplesFrom(other) > 0;
}
