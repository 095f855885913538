namespace AlertAutomaton.Sip.Transactions;

/// <summary>Where an INVITE server transaction stands (RFC 3261 §17.2.1, RFC 6026 §7.1).</summary>
internal enum InviteServerPhase
{
    Initial,
    Proceeding,
    Accepted,
    Completed,
    Confirmed,
    Terminated,
}
