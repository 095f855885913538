namespace AlertAutomaton.Telephony.Trunks;

/// <summary>Which identity header of RFC 3325 carries the caller id beside From.</summary>
public enum CallerIdHeader
{
    /// <summary>From alone.</summary>
    None,

    /// <summary>P-Asserted-Identity, for trunks that trust us.</summary>
    PAssertedIdentity,

    /// <summary>P-Preferred-Identity, for trunks that assert by themselves.</summary>
    PPreferredIdentity,
}
