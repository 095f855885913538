using AlertAutomaton.Media.Rtp;

namespace AlertAutomaton.Media.Keys;

/// <summary>What <see cref="TelephoneEventSender"/> wants sent in one frame.</summary>
/// <param name="Timestamp">The start of the press.</param>
/// <param name="Marker">Whether it is the first packet of the press.</param>
/// <param name="Payload">The event.</param>
public readonly record struct TelephoneEventPacket(RtpTimestamp Timestamp, bool Marker, TelephoneEvent Payload);
