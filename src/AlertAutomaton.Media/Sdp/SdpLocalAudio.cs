using System.Net;
using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Media.Sdp;

/// <summary>Our side of a negotiation.</summary>
public sealed record SdpLocalAudio
{
    /// <summary>Identifies the session for its whole life.</summary>
    public required ulong SessionId { get; init; }

    /// <summary>The address told to the far end.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>The RTP port; RTCP is the one above.</summary>
    public required int Port { get; init; }

    /// <summary>Codecs in the order of preference.</summary>
    public required IReadOnlyList<AudioCodec> Codecs { get; init; }

    /// <summary>Whether telephone-event is spoken.</summary>
    public required bool TelephoneEvents { get; init; }

    /// <summary>Whether encrypted streams are chosen.</summary>
    public SrtpPolicy Srtp { get; init; }
}
