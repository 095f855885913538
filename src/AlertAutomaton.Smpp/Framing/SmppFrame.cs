namespace AlertAutomaton.Smpp.Framing;

/// <summary>One thing that the framer found.</summary>
/// <param name="Kind">What.</param>
/// <param name="Octets">The PDU, header included; valid until the next call that takes octets.</param>
/// <param name="Reason">What is wrong, in words for a log; empty otherwise.</param>
public readonly record struct SmppFrame(SmppFrameKind Kind, ReadOnlyMemory<byte> Octets, string Reason)
{
    /// <summary>Whether the session must end.</summary>
    public bool IsFault => Kind > SmppFrameKind.Pdu;
}
