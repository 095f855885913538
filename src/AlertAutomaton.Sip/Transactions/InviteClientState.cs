namespace AlertAutomaton.Sip.Transactions;

/// <summary>The state of an INVITE client transaction.</summary>
/// <param name="Phase">Where it stands.</param>
/// <param name="Reliable">Whether the transport repeats by itself, so that timers A and D are not needed.</param>
/// <param name="Interval">The interval of timer A that runs.</param>
internal readonly record struct InviteClientState(InviteClientPhase Phase, bool Reliable, TimeSpan Interval = default);
