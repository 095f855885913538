namespace AlertAutomaton.Telephony.Trunks;

/// <summary>What can happen to a trunk's health.</summary>
internal enum TrunkHealthInput
{
    /// <summary>A call got any answer from the trunk.</summary>
    Answered,

    /// <summary>An INVITE found nobody.</summary>
    Unanswered,

    /// <summary>An OPTIONS was answered.</summary>
    ProbeAnswered,

    /// <summary>An OPTIONS was not answered.</summary>
    ProbeUnanswered,

    /// <summary>A registration was accepted.</summary>
    Registered,

    /// <summary>A registration was refused or ran out.</summary>
    RegistrationLost,
}
