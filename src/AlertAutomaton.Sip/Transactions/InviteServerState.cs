namespace AlertAutomaton.Sip.Transactions;

/// <summary>The state of an INVITE server transaction.</summary>
/// <param name="Phase">Where it stands.</param>
/// <param name="Reliable">Whether the transport repeats by itself, so that timers G and I are not needed.</param>
/// <param name="Answered">Whether a response was sent that can be repeated.</param>
/// <param name="Interval">The interval of timer G that runs.</param>
internal readonly record struct InviteServerState(
    InviteServerPhase Phase, bool Reliable, bool Answered = false, TimeSpan Interval = default);
