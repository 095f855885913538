namespace AlertAutomaton.Sip.Transactions;

/// <summary>The state of a server transaction other than INVITE.</summary>
/// <param name="Phase">Where it stands.</param>
/// <param name="Reliable">Whether the transport repeats by itself, so that timer J is not needed.</param>
internal readonly record struct NonInviteServerState(NonInviteServerPhase Phase, bool Reliable);
