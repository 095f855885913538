namespace AlertAutomaton.Media.Sdp;

/// <summary>Whether a trunk's sound is encrypted (RFC 3711 with keys by RFC 4568).</summary>
public enum SrtpPolicy
{
    /// <summary>Plain RTP; encrypted alternatives in an offer are declined.</summary>
    Off,

    /// <summary>Encrypted where the far end can, plain otherwise.</summary>
    Preferred,

    /// <summary>Encrypted or no call: nothing ever leaves in clear.</summary>
    Required,
}
