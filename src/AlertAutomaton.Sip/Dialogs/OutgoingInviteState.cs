namespace AlertAutomaton.Sip.Dialogs;

/// <summary>The state of an outgoing INVITE.</summary>
/// <param name="Phase">Where it stands.</param>
/// <param name="RingTimedOut">Whether it was given up because nobody answered, not because the application wanted its end.</param>
internal readonly record struct OutgoingInviteState(OutgoingInvitePhase Phase, bool RingTimedOut = false);
