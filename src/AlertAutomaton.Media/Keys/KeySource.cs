namespace AlertAutomaton.Media.Keys;

/// <summary>The three ways in which a pressed key reaches us.</summary>
public enum KeySource
{
    /// <summary>RTP telephone-event (RFC 4733).</summary>
    TelephoneEvent,

    /// <summary>SIP INFO with <c>application/dtmf-relay</c> or <c>application/dtmf</c>.</summary>
    Info,

    /// <summary>Two tones heard in the sound; believed only where no telephone-event was negotiated.</summary>
    InBand,
}
