using static AlertAutomaton.Sip.Transactions.TransactionEffect;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>The INVITE server transaction (RFC 3261 §17.2.1 as changed by RFC 6026 §8.5), as a pure machine.</summary>
/// <remarks>
/// <code>
///             Begin: start the 200 ms before a 100
///   Initial ───────────► Proceeding ──INVITE: repeat, 1xx: send, 200 ms: 100──┐
///                         │     │ ◄───────────────────────────────────────────┘
///              2xx: send  │     │ 300-699: send, start G (UDP) and H
///                         ▼     ▼
///   ┌──────────────► Accepted  Completed ──INVITE, G: repeat──┐
///   │ 2xx: send,       │          │ │ ◄───────────────────────┘
///   └─ACK: deliver     │ L        │ └── H: timeout ──► Terminated
///                      ▼          ▼ ACK: start I
///                 Terminated   Confirmed ── I ──► Terminated
/// </code>
/// The 2xx is repeated by the dialog, not here (§13.3.1.4); an INVITE repeated in Accepted is absorbed (RFC 6026 §7.1).
/// </remarks>
internal static class InviteServerTransaction
{
    /// <summary>The state before <see cref="TransactionInput.Begin"/>.</summary>
    public static InviteServerState Initial(bool reliable) => new(InviteServerPhase.Initial, reliable);

    /// <summary>Advances the machine by one input. Inputs that mean nothing in a state change nothing.</summary>
    public static TransactionStep<InviteServerState> Step(InviteServerState state, TransactionInput input, TransactionTimers timers) =>
        state.Phase switch
        {
            InviteServerPhase.Initial when input is TransactionInput.Begin => new(
                state with { Phase = InviteServerPhase.Proceeding },
                [new StartTimer(TransactionTimer.Trying, timers.Trying)]),
            InviteServerPhase.Proceeding => InProceeding(state, input, timers),
            InviteServerPhase.Accepted => InAccepted(state, input),
            InviteServerPhase.Completed => InCompleted(state, input, timers),
            InviteServerPhase.Confirmed when input is TransactionInput.TimerFired { Timer: TransactionTimer.I } => End(state),
            _ => new(state, []),
        };

    private static TransactionStep<InviteServerState> InProceeding(InviteServerState state, TransactionInput input, TransactionTimers timers)
    {
        switch (input)
        {
            case TransactionInput.TimerFired { Timer: TransactionTimer.Trying } when !state.Answered:
                return new(state with { Answered = true }, [SendTrying.Instance]);
            case TransactionInput.RequestRepeated:
                // Silence would only make the client repeat faster: the first repetition gets the 100 at once.
                return state.Answered
                    ? new(state, [RepeatResponse.Instance])
                    : new(state with { Answered = true }, [StopTimers.Instance, SendTrying.Instance]);
            case TransactionInput.Answer { Response: { StatusCode: < 200 } } provisional:
                return new(state with { Answered = true }, [StopTimers.Instance, new SendResponse(provisional.Response)]);
            case TransactionInput.Answer { Response: { StatusCode: < 300 } } success:
                return new(
                    state with { Phase = InviteServerPhase.Accepted, Answered = true },
                    [StopTimers.Instance, new StartTimer(TransactionTimer.L, timers.Lifetime), new SendResponse(success.Response)]);
            case TransactionInput.Answer failure:
                InviteServerState completed = state with
                {
                    Phase = InviteServerPhase.Completed, Answered = true, Interval = timers.T1,
                };
                StartTimer timerH = new(TransactionTimer.H, timers.Lifetime);
                return state.Reliable
                    ? new(completed, [StopTimers.Instance, timerH, new SendResponse(failure.Response)])
                    : new(completed,
                        [StopTimers.Instance, new StartTimer(TransactionTimer.G, timers.T1), timerH, new SendResponse(failure.Response)]);
            case TransactionInput.TransportFailed failed:
                return End(state, new ReportTransportFailure(failed.Reason));
            default:
                return new(state, []);
        }
    }

    private static TransactionStep<InviteServerState> InAccepted(InviteServerState state, TransactionInput input) => input switch
    {
        TransactionInput.Answer { Response: { StatusCode: >= 200 and < 300 } } success => new(state, [new SendResponse(success.Response)]),
        TransactionInput.AckArrived ack => new(state, [new DeliverAck(ack.Ack)]),
        TransactionInput.TimerFired { Timer: TransactionTimer.L } => End(state),
        _ => new(state, []),
    };

    private static TransactionStep<InviteServerState> InCompleted(InviteServerState state, TransactionInput input, TransactionTimers timers)
    {
        switch (input)
        {
            case TransactionInput.RequestRepeated:
                return new(state, [RepeatResponse.Instance]);
            case TransactionInput.TimerFired { Timer: TransactionTimer.G }:
                TimeSpan next = timers.Doubled(state.Interval);
                return new(state with { Interval = next }, [RepeatResponse.Instance, new StartTimer(TransactionTimer.G, next)]);
            case TransactionInput.TimerFired { Timer: TransactionTimer.H }:
                return End(state, ReportTimeout.Instance);
            case TransactionInput.AckArrived when state.Reliable:
                return End(state);
            case TransactionInput.AckArrived:
                return new(
                    state with { Phase = InviteServerPhase.Confirmed },
                    [StopTimers.Instance, new StartTimer(TransactionTimer.I, timers.T4)]);
            case TransactionInput.TransportFailed failed:
                return End(state, new ReportTransportFailure(failed.Reason));
            default:
                return new(state, []);
        }
    }

    private static TransactionStep<InviteServerState> End(InviteServerState state, TransactionEffect? report = null)
    {
        InviteServerState ended = state with { Phase = InviteServerPhase.Terminated };
        return report is null
            ? new(ended, [StopTimers.Instance, Terminate.Instance])
            : new(ended, [StopTimers.Instance, report, Terminate.Instance]);
    }
}
