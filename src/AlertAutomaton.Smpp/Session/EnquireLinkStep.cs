namespace AlertAutomaton.Smpp.Session;

/// <summary>What to do about a quiet line.</summary>
internal enum EnquireLinkStep
{
    /// <summary>Nothing.</summary>
    Wait,

    /// <summary>Send enquire_link.</summary>
    Ask,

    /// <summary>Give the session up.</summary>
    GiveUp,
}
