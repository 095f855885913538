namespace AlertAutomaton.Alerting.Delivery;

/// <summary>
/// How far an alert got with one recipient; ordered, a higher value is better. Three scores are kept apart because delivered to
/// a machine is not reached: <see cref="Confirmed"/>, <see cref="ProbablyHeard"/>, and those that mean nobody is known to have heard or read it.
/// </summary>
public enum RecipientScore : byte
{
    /// <summary>Nothing came through.</summary>
    Unreached,

    /// <summary>Only a machine picked up.</summary>
    VoicemailOnly,

    /// <summary>A text or mail went out, on the handset or not; nobody answered it. Sent is not read.</summary>
    SentOnly,

    /// <summary>Somebody picked up and the message was played to its end.</summary>
    ProbablyHeard,

    /// <summary>Somebody acknowledged.</summary>
    Confirmed,
}
