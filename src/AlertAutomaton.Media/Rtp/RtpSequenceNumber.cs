namespace AlertAutomaton.Media.Rtp;

/// <summary>A 16-bit RTP sequence number with wrap-around arithmetic (RFC 3550 §5.1, §A.1).</summary>
/// <param name="Value">The number on the wire.</param>
public readonly record struct RtpSequenceNumber(ushort Value)
{
    /// <summary>The number that follows.</summary>
    public RtpSequenceNumber Next => new(unchecked((ushort)(Value + 1)));

    /// <summary>Steps from <paramref name="earlier"/> to this one, −32768 to 32767, the short way round.</summary>
    public int StepsFrom(RtpSequenceNumber earlier) => unchecked((short)(Value - earlier.Value));

    /// <summary>Whether this one comes after <paramref name="other"/>, the short way round.</summary>
    public bool IsAfter(RtpSequenceNumber other) => StepsFrom(other) > 0;
}
