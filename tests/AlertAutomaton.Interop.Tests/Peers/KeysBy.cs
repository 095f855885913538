namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>How a phone sends the keys that are pressed.</summary>
internal enum KeysBy
{
    /// <summary>As events beside the sound (RFC 4733).</summary>
    Event,

    /// <summary>By SIP INFO.</summary>
    Info,

    /// <summary>As the two tones of each key in the sound itself, from a phone that offers no events.</summary>
    Sound,
}
