using AlertAutomaton.Sip.UserAgents;
using static AlertAutomaton.Sip.Dialogs.OutgoingInviteEffect;

namespace AlertAutomaton.Sip.Dialogs;

/// <summary>An outgoing INVITE with its possible CANCEL, from the caller's point of view (RFC 3261 §9.1, §13.2.2), as a pure machine.</summary>
/// <remarks>
/// <code>
///             1xx                 2xx: establish
///   Calling ──────► Proceeding ───────────────────────────► Answered
///      │ given up       │ given up: CANCEL                     ▲
///      ▼                ▼                                      │ (never)
///   CancelHeld ──1xx──► Cancelling ──487: end (no answer, cancelled)──► Ended
///      │ CANCEL             │
///      └── 2xx: ACK, BYE ◄──┘      300-699 elsewhere: rejected; timer B: timeout; transport: failure
/// </code>
/// §9.1: a CANCEL must not be sent before a provisional response, or it may overtake its INVITE.
/// </remarks>
internal static class OutgoingInvite
{
    /// <summary>The state after the INVITE was sent.</summary>
    public static OutgoingInviteState Initial => new(OutgoingInvitePhase.Calling);

    /// <summary>Advances the machine by one input; at most one effect follows.</summary>
    public static (OutgoingInviteState State, OutgoingInviteEffect? Effect) Step(OutgoingInviteState state, OutgoingInviteInput input) =>
        (state.Phase, input) switch
        {
            (OutgoingInvitePhase.Answered or OutgoingInvitePhase.Ended, _) => (state, null),
            (OutgoingInvitePhase.Calling, OutgoingInviteInput.Provisional) => (state with { Phase = OutgoingInvitePhase.Proceeding }, null),
            (OutgoingInvitePhase.CancelHeld, OutgoingInviteInput.Provisional) =>
                (state with { Phase = OutgoingInvitePhase.Cancelling }, new SendCancel()),
            (OutgoingInvitePhase.Calling or OutgoingInvitePhase.Proceeding, OutgoingInviteInput.Repeated) =>
                (state with { Phase = OutgoingInvitePhase.Calling }, null),
            (OutgoingInvitePhase.Calling, OutgoingInviteInput.GivenUp given) =>
                (new(OutgoingInvitePhase.CancelHeld, given.RingTimedOut), null),
            (OutgoingInvitePhase.Proceeding, OutgoingInviteInput.GivenUp given) =>
                (new(OutgoingInvitePhase.Cancelling, given.RingTimedOut), new SendCancel()),
            (OutgoingInvitePhase.Calling or OutgoingInvitePhase.Proceeding, OutgoingInviteInput.Success) =>
                (state with { Phase = OutgoingInvitePhase.Answered }, new Establish()),
            (_, OutgoingInviteInput.Success) => (state with { Phase = OutgoingInvitePhase.Ended }, new HangUpAtOnce()),
            (_, OutgoingInviteInput.Refused refused) => (Ended(state), new End(KindOf(state, refused.StatusCode))),
            (OutgoingInvitePhase.Cancelling, OutgoingInviteInput.Unanswered) => (Ended(state), new End(GivenUpKind(state))),
            (_, OutgoingInviteInput.Unanswered) => (Ended(state), new End(SipCallEndKind.Timeout)),
            (_, OutgoingInviteInput.Unsendable) => (Ended(state), new End(SipCallEndKind.TransportFailure)),
            _ => (state, null),
        };

    /// <summary>What a given-up call is called: it rang out, or the application wanted its end.</summary>
    public static SipCallEndKind GivenUpKind(OutgoingInviteState state) =>
        state.RingTimedOut ? SipCallEndKind.NoAnswer : SipCallEndKind.Cancelled;

    private static SipCallEndKind KindOf(OutgoingInviteState state, int status) =>
        state.Phase == OutgoingInvitePhase.Cancelling && status == 487 ? GivenUpKind(state) : SipCallEndKind.Rejected;

    private static OutgoingInviteState Ended(OutgoingInviteState state) => state with { Phase = OutgoingInvitePhase.Ended };
}
