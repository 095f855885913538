namespace AlertAutomaton.Sip.Dialogs;

/// <summary>Where an outgoing INVITE stands, CANCEL included (RFC 3261 §9.1, §13.2).</summary>
internal enum OutgoingInvitePhase
{
    Calling,
    Proceeding,
    CancelHeld,
    Cancelling,
    Answered,
    Ended,
}
