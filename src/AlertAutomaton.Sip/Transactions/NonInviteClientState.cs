namespace AlertAutomaton.Sip.Transactions;

/// <summary>The state of a client transaction other than INVITE.</summary>
/// <param name="Phase">Where it stands.</param>
/// <param name="Reliable">Whether the transport repeats by itself, so that timers E and K are not needed.</param>
/// <param name="Interval">The interval of timer E that runs.</param>
internal readonly record struct NonInviteClientState(NonInviteClientPhase Phase, bool Reliable, TimeSpan Interval = default);
