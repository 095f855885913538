using static AlertAutomaton.Sip.Transactions.TransactionEffect;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>The client transaction of every request other than INVITE and ACK (RFC 3261 §17.1.2), as a pure machine.</summary>
/// <remarks>
/// <code>
///              Begin: send, start E (UDP) and F
///   Initial ───────────► Trying ──E: send again, E = min(2E, T2)──┐
///                         │ │ ◄──────────────────────────────────┘
///            1xx: deliver │ └── F: timeout, transport: failure ──► Terminated
///                         ▼
///                     Proceeding ──E: send again, E = T2──┐
///                         │ │ ◄───────────────────────────┘
///                         │ └── F: timeout, transport: failure ──► Terminated
///   200-699 (from both):  │
///   deliver, start K      ▼
///                     Completed ── K ──► Terminated
/// </code>
/// </remarks>
internal static class NonInviteClientTransaction
{
    /// <summary>The state before <see cref="TransactionInput.Begin"/>.</summary>
    public static NonInviteClientState Initial(bool reliable) => new(NonInviteClientPhase.Initial, reliable);

    /// <summary>Advances the machine by one input. Inputs that mean nothing in a state change nothing.</summary>
    public static TransactionStep<NonInviteClientState> Step(NonInviteClientState state, TransactionInput input, TransactionTimers timers) =>
        state.Phase switch
        {
            NonInviteClientPhase.Initial => InInitial(state, input, timers),
            NonInviteClientPhase.Trying or NonInviteClientPhase.Proceeding => InFlight(state, input, timers),
            NonInviteClientPhase.Completed when input is TransactionInput.TimerFired { Timer: TransactionTimer.K } => End(state),
            _ => new(state, []),
        };

    private static TransactionStep<NonInviteClientState> InInitial(
        NonInviteClientState state, TransactionInput input, TransactionTimers timers)
    {
        if (input is not TransactionInput.Begin)
        {
            return new(state, []);
        }

        NonInviteClientState trying = state with { Phase = NonInviteClientPhase.Trying, Interval = timers.T1 };
        StartTimer timerF = new(TransactionTimer.F, timers.Lifetime);
        return state.Reliable
            ? new(trying, [SendRequest.Instance, timerF])
            : new(trying, [SendRequest.Instance, new StartTimer(TransactionTimer.E, timers.T1), timerF]);
    }

    private static TransactionStep<NonInviteClientState> InFlight(
        NonInviteClientState state, TransactionInput input, TransactionTimers timers)
    {
        switch (input)
        {
            case TransactionInput.TimerFired { Timer: TransactionTimer.E }:
                TimeSpan next = state.Phase == NonInviteClientPhase.Proceeding ? timers.T2 : timers.Doubled(state.Interval);
                return new(state with { Interval = next }, [SendRequest.Instance, new StartTimer(TransactionTimer.E, next)]);
            case TransactionInput.TimerFired { Timer: TransactionTimer.F } or TransactionInput.Abandoned:
                return End(state, ReportTimeout.Instance);
            case TransactionInput.TransportFailed failed:
                return End(state, new ReportTransportFailure(failed.Reason));
            case TransactionInput.ResponseArrived { Response: { StatusCode: < 200 } } provisional:
                return new(state with { Phase = NonInviteClientPhase.Proceeding }, [new Deliver(provisional.Response)]);
            case TransactionInput.ResponseArrived final when state.Reliable:
                return End(state, new Deliver(final.Response));
            case TransactionInput.ResponseArrived final:
                return new(
                    state with { Phase = NonInviteClientPhase.Completed },
                    [StopTimers.Instance, new StartTimer(TransactionTimer.K, timers.T4), new Deliver(final.Response)]);
            default:
                return new(state, []);
        }
    }

    private static TransactionStep<NonInviteClientState> End(NonInviteClientState state, TransactionEffect? report = null)
    {
        NonInviteClientState ended = state with { Phase = NonInviteClientPhase.Terminated };
        return report is null
            ? new(ended, [StopTimers.Instance, Terminate.Instance])
            : new(ended, [StopTimers.Instance, report, Terminate.Instance]);
    }
}
