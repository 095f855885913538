namespace AlertAutomaton.Sip.Transactions;

/// <summary>Where a server transaction other than INVITE stands (RFC 3261 §17.2.2).</summary>
internal enum NonInviteServerPhase
{
    Trying,
    Proceeding,
    Completed,
    Terminated,
}
