namespace AlertAutomaton.Media.Audio;

/// <summary>The two telephone codecs that every trunk speaks, one byte per sample at 8 kHz (RFC 3551 §4.5.14).</summary>
public enum AudioCodec
{
    /// <summary>G.711 A-law, RTP static payload type 8.</summary>
    Pcma,

    /// <summary>G.711 mu-law, RTP static payload type 0.</summary>
    Pcmu,
}
