using static AlertAutomaton.Sip.Transactions.TransactionEffect;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>The server transaction of every request other than INVITE and ACK (RFC 3261 §17.2.2), as a pure machine.</summary>
/// <remarks>
/// <code>
///   Begin ──► Trying ──1xx: send──► Proceeding ──request: repeat, 1xx: send──┐
///               │                      │  ◄──────────────────────────────────┘
///               └──── 200-699: send, start J ────┐
///                                                ▼
///                                  Completed ──request: repeat──┐
///                                      │ J  ◄───────────────────┘
///                                      ▼
///                                  Terminated
/// </code>
/// </remarks>
internal static class NonInviteServerTransaction
{
    /// <summary>The first state; this machine needs no input to begin.</summary>
    public static NonInviteServerState Initial(bool reliable) => new(NonInviteServerPhase.Trying, reliable);

    /// <summary>Advances the machine by one input. Inputs that mean nothing in a state change nothing.</summary>
    public static TransactionStep<NonInviteServerState> Step(NonInviteServerState state, TransactionInput input, TransactionTimers timers) =>
        state.Phase switch
        {
            NonInviteServerPhase.Trying or NonInviteServerPhase.Proceeding => InProceeding(state, input, timers),
            NonInviteServerPhase.Completed => InCompleted(state, input),
            _ => new(state, []),
        };

    private static TransactionStep<NonInviteServerState> InProceeding(
        NonInviteServerState state, TransactionInput input, TransactionTimers timers) => input switch
    {
        // §17.2.2: in Trying a repeated request is discarded, there is nothing to repeat yet.
        TransactionInput.RequestRepeated when state.Phase == NonInviteServerPhase.Proceeding => new(state, [RepeatResponse.Instance]),
        TransactionInput.Answer { Response: { StatusCode: < 200 } } provisional => new(
            state with { Phase = NonInviteServerPhase.Proceeding }, [new SendResponse(provisional.Response)]),
        TransactionInput.Answer final when state.Reliable => new(
            state with { Phase = NonInviteServerPhase.Terminated }, [new SendResponse(final.Response), Terminate.Instance]),
        TransactionInput.Answer final => new(
            state with { Phase = NonInviteServerPhase.Completed },
            [new StartTimer(TransactionTimer.J, timers.Lifetime), new SendResponse(final.Response)]),
        TransactionInput.TransportFailed failed => End(state, new ReportTransportFailure(failed.Reason)),
        _ => new(state, []),
    };

    private static TransactionStep<NonInviteServerState> InCompleted(NonInviteServerState state, TransactionInput input) => input switch
    {
        TransactionInput.RequestRepeated => new(state, [RepeatResponse.Instance]),
        TransactionInput.TransportFailed failed => End(state, new ReportTransportFailure(failed.Reason)),
        TransactionInput.TimerFired { Timer: TransactionTimer.J } => End(state),
        _ => new(state, []),
    };

    private static TransactionStep<NonInviteServerState> End(NonInviteServerState state, TransactionEffect? report = null)
    {
        NonInviteServerState ended = state with { Phase = NonInviteServerPhase.Terminated };
        return report is null
            ? new(ended, [StopTimers.Instance, Terminate.Instance])
            : new(ended, [StopTimers.Instance, report, Terminate.Instance]);
    }
}
