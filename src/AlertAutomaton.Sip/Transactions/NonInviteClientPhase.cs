namespace AlertAutomaton.Sip.Transactions;

/// <summary>Where a client transaction other than INVITE stands (RFC 3261 §17.1.2.2).</summary>
internal enum NonInviteClientPhase
{
    Initial,
    Trying,
    Proceeding,
    Completed,
    Terminated,
}
