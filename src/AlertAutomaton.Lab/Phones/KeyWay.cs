namespace AlertAutomaton.Lab.Phones;

/// <summary>How a key travels.</summary>
public enum KeyWay
{
    /// <summary>RFC 4733.</summary>
    TelephoneEvent,

    /// <summary>SIP INFO, application/dtmf-relay.</summary>
    Info,

    /// <summary>As two tones in the sound; the phone then refuses telephone-event in its answer.</summary>
    InBand,
}
