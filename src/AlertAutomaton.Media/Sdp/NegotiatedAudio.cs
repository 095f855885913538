using System.Net;
using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Media.Sdp;

/// <summary>What both ends agreed on.</summary>
public sealed record NegotiatedAudio
{
    /// <summary>The codec that we send.</summary>
    public required AudioCodec Codec { get; init; }

    /// <summary>The payload type that we send it under.</summary>
    public required byte PayloadType { get; init; }

    /// <summary>The payload type under which A-law may arrive.</summary>
    public byte PcmaPayloadType { get; init; } = 8;

    /// <summary>The payload type under which mu-law may arrive.</summary>
    public byte PcmuPayloadType { get; init; }

    /// <summary>The payload type under which we send keys; null when they go in the sound.</summary>
    public byte? SentEventType { get; init; }

    /// <summary>The payload type under which keys arrive.</summary>
    public byte? ReceivedEventType { get; init; }

    /// <summary>Samples in each packet that we send: 160, or 80 where the far end takes no more than 10 ms.</summary>
    public int PacketSamples { get; init; } = 160;

    /// <summary>Where the far end said it receives RTP; port 0 or an unspecified address when it holds the call.</summary>
    public required IPEndPoint Remote { get; init; }

    /// <summary>Where the far end said it receives RTCP.</summary>
    public required IPEndPoint RemoteControl { get; init; }

    /// <summary>Which way sound flows, seen from us.</summary>
    public AudioDirection Direction { get; init; } = AudioDirection.SendReceive;
}
