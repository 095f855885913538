using System.Net;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Rtp;
using AlertAutomaton.Media.Sdp;

namespace AlertAutomaton.Media.Sessions;

/// <summary>What is chosen for one call.</summary>
public sealed record MediaSessionOptions
{
    /// <summary>The options of a call that states no wish.</summary>
    public static MediaSessionOptions Default { get; } = new();

    /// <summary>Codecs in the order of preference; at least one.</summary>
    public IReadOnlyList<AudioCodec> Codecs { get; init; } = [AudioCodec.Pcma, AudioCodec.Pcmu];

    /// <summary>The address told to the far end; null means the engine's choice.</summary>
    public IPAddress? AdvertisedAddress { get; init; }

    /// <summary>A host on the way to the far end (the trunk), from which the engine finds the local address to tell when none is configured.</summary>
    public IPAddress? RemoteHint { get; init; }

    /// <summary>Whose packets are believed.</summary>
    public RtpSourcePolicy SourcePolicy { get; init; } = RtpSourcePolicy.SignalledHost;

    /// <summary>Whether the sound is encrypted. Only <see cref="SrtpPolicy.Off"/> opens today; the others are refused, never silently weakened.</summary>
    public SrtpPolicy Srtp { get; init; } = SrtpPolicy.Off;

    /// <summary>Whether telephone-event (RFC 4733) is offered and accepted; false forces keys in the sound.</summary>
    public bool TelephoneEvents { get; init; } = true;

    /// <summary>Whether the far end's greeting is judged (<see cref="IMediaSessionHandler.OnMachineHint"/>, <see cref="IMediaSessionHandler.OnVoiceActivity"/>).</summary>
    public bool DetectMachine { get; init; }

    /// <summary>Whether a recorder's beep is listened for.</summary>
    public bool DetectBeep { get; init; }

    /// <summary>Whether the calling and answering tones of a fax are listened for.</summary>
    public bool DetectFax { get; init; }

    /// <summary>How long without any packet from the far end before <see cref="IMediaSessionHandler.OnSilent"/> is told, counted from the first negotiated moment.</summary>
    public TimeSpan SilenceTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
