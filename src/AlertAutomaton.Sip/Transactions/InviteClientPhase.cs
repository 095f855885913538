namespace AlertAutomaton.Sip.Transactions;

/// <summary>Where an INVITE client transaction stands (RFC 3261 §17.1.1.2, RFC 6026 §7.2).</summary>
internal enum InviteClientPhase
{
    Initial,
    Calling,
    Proceeding,
    Accepted,
    Completed,
    Terminated,
}
