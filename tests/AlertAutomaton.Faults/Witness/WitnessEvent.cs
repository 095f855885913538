namespace AlertAutomaton.Faults.Witness;

/// <summary>What can happen to a phone of the witness.</summary>
internal enum WitnessEvent
{
    /// <summary>A first INVITE of a call arrived; retransmissions are not events.</summary>
    Invite,

    /// <summary>The phone rejected the call; the detail is the status.</summary>
    Rejected,

    /// <summary>The phone sent 200 OK.</summary>
    Answered,

    /// <summary>The phone pressed a key; the detail is the key.</summary>
    Key,

    /// <summary>The phone heard the tone that stands for "noted": from here on this number may never be called again.</summary>
    HeardConfirmation,

    /// <summary>The caller cancelled before an answer.</summary>
    Cancelled,

    /// <summary>The call ended by BYE; the detail says whose.</summary>
    Ended,
}
