using AlertAutomaton.Media.Rtp;

namespace AlertAutomaton.Media.Keys;

/// <summary>
/// Turns telephone-event packets into key presses: one per event, whatever is lost, repeated or out of order (RFC 4733 §2.5.2).
/// </summary>
/// <remarks>
/// <code>
///             first packet of a newer timestamp            end packet, another key,
///   (idle) ──────────────────────────────────► (held) ──── or nothing for 150 ms ────► (idle)
///      ▲    report the key                        │ same timestamp: only the duration grows
///      └── same or older timestamp: dropped ──────┘
/// </code>
/// A press is (SSRC, timestamp). It is reported by whichever of its packets comes first, be it an end packet, so a single survivor is enough.
/// One owner; allocates nothing.
/// </remarks>
public sealed class TelephoneEventReceiver
{
    // voice.md D: 150 ms after the last duration that was told.
    private const int ReleaseTimeout = 1200;
    private const int OldPackets = 50;

    private bool _any;
    private uint _ssrc;
    private RtpTimestamp _timestamp;
    private RtpSequenceNumber _sequence;
    private byte _code;
    private ushort _duration;
    private long _lastSeen;

    /// <summary>Whether a key is held down as far as packets tell.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Takes one packet.</summary>
    /// <param name="packet">The packet, its payload type already known to be telephone-event.</param>
    /// <param name="now">Time in units of 1/8000 s of any steady clock.</param>
    /// <param name="key">The key that this packet newly reports.</param>
    /// <returns>Whether a key is reported.</returns>
    public bool Receive(in RtpPacket packet, long now, out char key)
    {
        key = '\0';
        if (!TelephoneEvent.TryParse(packet.Payload, out var told))
            return false;
        ReleaseIfSilent(now);
        if (_any && packet.Ssrc == _ssrc)
        {
            var ahead = packet.Timestamp.SamplesFrom(_timestamp);
            if (ahead == 0)
                return Continue(packet, told, now);
            var steps = packet.SequenceNumber.StepsFrom(_sequence);
            if (ahead < 0 || steps is <= 0 and > -OldPackets)
                return false;
            // §2.5.1.3: a key held for more than 8.19 s goes on under the timestamp at which the former duration ended. Some gateways
            // move the timestamp with every packet of one press. Both begin inside what was told already, as no other press can.
            if (told.Code == _code && ahead <= _duration)
            {
                _timestamp = packet.Timestamp;
                return Continue(packet, told, now);
            }
        }

        // Flash and tones that are no keys leave the state alone, so that they cannot make a key's late packets look new.
        if (!KeyCode.TryFromEvent(told.Code, out key))
            return false;
        _any = true;
        _ssrc = packet.Ssrc;
        _timestamp = packet.Timestamp;
        _sequence = packet.SequenceNumber;
        _code = told.Code;
        _duration = told.Duration;
        _lastSeen = now;
        IsHeld = !told.End;
        return true;
    }

    /// <summary>Takes a key for released when its packets ceased to come.</summary>
    public void ReleaseIfSilent(long now)
    {
        if (now - _lastSeen > ReleaseTimeout)
            IsHeld = false;
    }

    private bool Continue(in RtpPacket packet, TelephoneEvent told, long now)
    {
        if (packet.SequenceNumber.IsAfter(_sequence))
            _sequence = packet.SequenceNumber;
        _duration = Math.Max(_duration, told.Duration);
        _lastSeen = now;
        if (told.End)
            IsHeld = false;
        return false;
    }
}
