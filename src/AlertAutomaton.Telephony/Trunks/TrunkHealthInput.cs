namespace AlertAutomaton.Telephony.Trunks;

/// <summary>What can happen to a trunk's health.</summary>
internal enum TrunkHealthInput
{
    /// <summary>An OPTIONS was answered, or a call got any answer.</summary>
    Answered,

    /// <summary>An OPTIONS or an INVITE found nobody.</summary>
    Unanswered,

    /// <summary>A registration was accepted.</summary>
    Registered,

    /// <summary>A registration was refused or ran out.</summary>
    RegistrationLost,
}
