namespace AlertAutomaton.Sip.Admission;

/// <summary>Whether a packet may be looked at. Everything but <see cref="Admitted"/> is dropped without an answer.</summary>
public enum SipAdmission
{
    /// <summary>Read it.</summary>
    Admitted,

    /// <summary>It comes from outside the trunks.</summary>
    Stranger,

    /// <summary>Its source sends faster than allowed.</summary>
    TooFast,
}
