using static AlertAutomaton.Sip.Transactions.TransactionEffect;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>The INVITE client transaction (RFC 3261 §17.1.1 as changed by RFC 6026 §8.4), as a pure machine.</summary>
/// <remarks>
/// <code>
///             Begin: send INVITE, start A (UDP) and B
///   Initial ───────────► Calling ──A: send again, A doubled──┐
///                         │ │ │ ◄────────────────────────────┘
///        1xx: deliver     │ │ └── B: timeout, transport: failure ──► Terminated
///            ┌────────────┘ ├───────────────┐
///            ▼              │2xx: deliver   │300-699: ACK, deliver
///   ┌─► Proceeding ─────────┤               │
///   └─1xx    └──────────────┼──────────────►│
///                           ▼               ▼
///               ┌──────► Accepted       Completed ◄──┐
///               └─2xx:      │ M             │ D  └────┘ 300-699: ACK
///                deliver    ▼               ▼
///                        Terminated      Terminated
/// </code>
/// </remarks>
internal static class InviteClientTransaction
{
    /// <summary>The state before <see cref="TransactionInput.Begin"/>.</summary>
    public static InviteClientState Initial(bool reliable) => new(InviteClientPhase.Initial, reliable);

    /// <summary>Advances the machine by one input. Inputs that mean nothing in a state change nothing.</summary>
    public static TransactionStep<InviteClientState> Step(InviteClientState state, TransactionInput input, TransactionTimers timers) =>
        state.Phase switch
        {
            InviteClientPhase.Initial => InInitial(state, input, timers),
            InviteClientPhase.Calling => InCalling(state, input, timers),
            InviteClientPhase.Proceeding => InProceeding(state, input, timers),
            InviteClientPhase.Accepted => InAccepted(state, input),
            InviteClientPhase.Completed => InCompleted(state, input),
            _ => new(state, []),
        };

    private static TransactionStep<InviteClientState> InInitial(InviteClientState state, TransactionInput input, TransactionTimers timers)
    {
        if (input is not TransactionInput.Begin)
        {
            return new(state, []);
        }

        InviteClientState calling = state with { Phase = InviteClientPhase.Calling, Interval = timers.T1 };
        StartTimer timerB = new(TransactionTimer.B, timers.Lifetime);
        return state.Reliable
            ? new(calling, [SendRequest.Instance, timerB])
            : new(calling, [SendRequest.Instance, new StartTimer(TransactionTimer.A, timers.T1), timerB]);
    }

    private static TransactionStep<InviteClientState> InCalling(InviteClientState state, TransactionInput input, TransactionTimers timers)
    {
        switch (input)
        {
            case TransactionInput.TimerFired { Timer: TransactionTimer.A }:
                // §17.1.1.2: timer A doubles without the ceiling of T2.
                TimeSpan next = state.Interval * 2;
                return new(state with { Interval = next }, [SendRequest.Instance, new StartTimer(TransactionTimer.A, next)]);
            case TransactionInput.TimerFired { Timer: TransactionTimer.B }:
                return End(state, ReportTimeout.Instance);
            case TransactionInput.TransportFailed failed:
                return End(state, new ReportTransportFailure(failed.Reason));
            case TransactionInput.ResponseArrived { Response: { StatusCode: < 200 } } provisional:
                return new(
                    state with { Phase = InviteClientPhase.Proceeding },
                    [StopTimers.Instance, new Deliver(provisional.Response)]);
            default:
                return InProceeding(state, input, timers);
        }
    }

    private static TransactionStep<InviteClientState> InProceeding(InviteClientState state, TransactionInput input, TransactionTimers timers)
    {
        switch (input)
        {
            case TransactionInput.ResponseArrived { Response: { StatusCode: < 200 } } provisional:
                return new(state, [new Deliver(provisional.Response)]);
            case TransactionInput.ResponseArrived { Response: { StatusCode: < 300 } } success:
                return new(
                    state with { Phase = InviteClientPhase.Accepted },
                    [StopTimers.Instance, new StartTimer(TransactionTimer.M, timers.Lifetime), new Deliver(success.Response)]);
            case TransactionInput.ResponseArrived failure when state.Reliable:
                // Timer D is zero over a reliable transport.
                return new(
                    state with { Phase = InviteClientPhase.Terminated },
                    [StopTimers.Instance, new SendAck(failure.Response), new Deliver(failure.Response), Terminate.Instance]);
            case TransactionInput.ResponseArrived failure:
                return new(
                    state with { Phase = InviteClientPhase.Completed },
                    [
                        StopTimers.Instance,
                        new SendAck(failure.Response),
                        new StartTimer(TransactionTimer.D, timers.TimerD),
                        new Deliver(failure.Response),
                    ]);
            case TransactionInput.Abandoned:
                return End(state, ReportTimeout.Instance);
            default:
                return new(state, []);
        }
    }

    private static TransactionStep<InviteClientState> InAccepted(InviteClientState state, TransactionInput input) => input switch
    {
        TransactionInput.ResponseArrived { Response: { StatusCode: >= 200 and < 300 } } success => new(state, [new Deliver(success.Response)]),
        TransactionInput.TimerFired { Timer: TransactionTimer.M } => End(state),
        _ => new(state, []),
    };

    private static TransactionStep<InviteClientState> InCompleted(InviteClientState state, TransactionInput input) => input switch
    {
        TransactionInput.ResponseArrived { Response: { StatusCode: >= 300 } } failure => new(state, [new SendAck(failure.Response)]),
        TransactionInput.TimerFired { Timer: TransactionTimer.D } => End(state),
        _ => new(state, []),
    };

    private static TransactionStep<InviteClientState> End(InviteClientState state, TransactionEffect? report = null)
    {
        InviteClientState ended = state with { Phase = InviteClientPhase.Terminated };
        return report is null
            ? new(ended, [StopTimers.Instance, Terminate.Instance])
            : new(ended, [StopTimers.Instance, report, Terminate.Instance]);
    }
}
