using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Session;

/// <summary>A segment on its way. Guarded by its session's lock.</summary>
/// <param name="message">Whose.</param>
/// <param name="index">Its place in the message, from 0.</param>
/// <param name="pdu">What is sent, without its sequence number.</param>
internal sealed class OutgoingSegment(OutgoingMessage message, int index, SubmitSm pdu)
{
    public OutgoingMessage Message { get; } = message;

    public int Index { get; } = index;

    public SubmitSm Pdu { get; } = pdu;

    /// <summary>Its place in the stream, once it was put there.</summary>
    public long Place { get; set; }

    public bool WasSubmitted { get; set; }

    public bool IsFinished { get; set; }

    /// <summary>When it was throttled first; a monotonic moment.</summary>
    public TimeSpan? ThrottledAt { get; set; }
}
