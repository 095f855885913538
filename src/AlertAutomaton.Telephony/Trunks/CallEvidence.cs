namespace AlertAutomaton.Telephony.Trunks;

/// <summary>What one call told about its trunk. Exactly one is reported for each call.</summary>
internal enum CallEvidence
{
    /// <summary>The call got beyond the trunk: it rang, was answered, or got the callee's own refusal after ringing.</summary>
    Accepted,

    /// <summary>The trunk said that it has too much to do (503, 500, 504, Q.850 34/38/41/42).</summary>
    Overloaded,

    /// <summary>Nobody answered at all.</summary>
    Unreachable,

    /// <summary>A refusal without ringing that some trunks also use when all channels are taken (403, 480, 486).</summary>
    AmbiguousRefusal,

    /// <summary>Says nothing about the trunk.</summary>
    None,
}
