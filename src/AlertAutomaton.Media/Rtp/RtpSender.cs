namespace AlertAutomaton.Media.Rtp;

/// <summary>The numbering of the packets that we send (RFC 3550 §5.1): random start, one step per packet, timestamps that follow the clock.</summary>
/// <remarks>One owner.</remarks>
/// <param name="ssrc">Ours.</param>
/// <param name="first">The first sequence number.</param>
/// <param name="origin">The timestamp of the clock's beginning.</param>
internal sealed class RtpSender(uint ssrc, ushort first, uint origin)
{
    private RtpSequenceNumber _next = new(first);
    private bool _markNext = true;

    /// <summary>Ours.</summary>
    public uint Ssrc => ssrc;

    /// <summary>Packets sent.</summary>
    public uint Packets { get; private set; }

    /// <summary>Payload bytes sent.</summary>
    public uint Octets { get; private set; }

    /// <summary>The timestamp at a time.</summary>
    /// <param name="samples">The time in units of 1/8000 s since the clock began.</param>
    public RtpTimestamp At(long samples) => new(unchecked(origin + (uint)samples));

    /// <summary>The next packet of sound carries the marker: a talk spurt begins after a pause (RFC 3551 §4.1).</summary>
    public void MarkNext() => _markNext = true;

    /// <summary>Writes the next packet of sound; gives its length.</summary>
    public int WriteSound(Span<byte> target, byte payloadType, RtpTimestamp timestamp, ReadOnlySpan<byte> payload)
    {
        var marker = _markNext;
        _markNext = false;
        return Write(target, payloadType, marker, timestamp, payload);
    }

    /// <summary>Writes the next packet with a marker of the caller's choice; gives its length.</summary>
    public int Write(Span<byte> target, byte payloadType, bool marker, RtpTimestamp timestamp, ReadOnlySpan<byte> payload)
    {
        var packet = new RtpPacket
        {
            Marker = marker,
            PayloadType = payloadType,
            SequenceNumber = _next,
            Timestamp = timestamp,
            Ssrc = ssrc,
            Payload = payload,
        };
        _next = _next.Next;
        unchecked
        {
            Packets++;
            Octets += (uint)payload.Length;
        }

        return packet.WriteTo(target);
    }
}
