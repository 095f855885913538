namespace AlertAutomaton.Alerting.PhoneNumbers;

/// <summary>Whether a number may be called.</summary>
public enum NumberVerdict : byte
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>There is no number.</summary>
    NoNumber,

    /// <summary>Its beginning is denied.</summary>
    Denied,

    /// <summary>Its beginning is not among those allowed.</summary>
    NotAllowed,

    /// <summary>The caller would pay more than a call.</summary>
    Premium,
}
