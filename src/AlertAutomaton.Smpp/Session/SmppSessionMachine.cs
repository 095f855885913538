using AlertAutomaton.Smpp.Pdus;
using static AlertAutomaton.Smpp.Session.SessionEffect;

namespace AlertAutomaton.Smpp.Session;

/// <summary>A client's session (SMPP 3.4 §2.2, §4), as a pure machine.</summary>
/// <remarks>
/// <code>
///         connected: bind          bind_resp 0
///   Open ────────────────► Binding ───────────► Bound ── stop: unbind ──► Unbinding
///                             │                   │                          │
///                             │ refused, nacked,  │ unbind: unbind_resp      │ unbind_resp, unbind,
///                             │ no answer, stop   │ silent, garbled          │ no answer
///                             ▼                   ▼                          ▼
///   any ── lost ─────────────────────────────► Closed
/// </code>
/// enquire_link is answered in every phase, also before the bind. A response that nobody waits for is ignored.
/// </remarks>
internal static class SmppSessionMachine
{
    private const int MostMalformedInARow = 20;

    private static readonly SessionEffect[] Nothing = [];

    /// <summary>The state before the connection stands.</summary>
    public static SessionState Initial => new(SessionPhase.Open, TimeSpan.Zero, default, 0);

    /// <summary>Advances the machine by one input at a monotonic moment.</summary>
    public static (SessionState State, SessionEffect[] Effects) Step(SessionState state, SessionInput input, TimeSpan now, SessionTimes times)
    {
        if (state.Phase == SessionPhase.Closed)
        {
            return (state, Nothing);
        }

        return input switch
        {
            SessionInput.Connected => (state with
            {
                Phase = SessionPhase.Binding, Deadline = now + times.Response, Link = EnquireLinkSchedule.Heard(now),
            }, [new SendBind()]),
            SessionInput.Received received => Receive(state with { Link = EnquireLinkSchedule.Heard(now), Malformed = 0 }, received.Pdu),
            SessionInput.Malformed malformed => Complain(state with { Malformed = state.Malformed + 1 }, malformed.Header, malformed.Fault),
            SessionInput.Due => CheckTimes(state, now, times),
            SessionInput.Stop => Leave(state, now, times),
            SessionInput.Lost lost => End(state, SessionEndKind.Lost, lost.Reason),
            _ => (state, Nothing),
        };
    }

    private static (SessionState State, SessionEffect[] Effects) Receive(SessionState state, SmppPdu pdu)
    {
        switch (pdu)
        {
            case EnquireLink:
                return (state, [new Answer(new EnquireLinkResp(CommandStatus.Ok, pdu.Sequence))]);
            case BindResponse or GenericNack when state.Phase == SessionPhase.Binding:
                return FinishBind(state, pdu);
            case SubmitSmResp or DataSmResp or GenericNack:
                return (state, [new Complete(pdu.Sequence, pdu)]);
            case DeliverSm or DataSm when state.Phase is SessionPhase.Bound or SessionPhase.Unbinding:
                return (state, [new Deliver(pdu)]);
            case Unbind:
                var (next, effects) = End(
                    state, state.Phase == SessionPhase.Unbinding ? SessionEndKind.Left : SessionEndKind.SentAway, "the gateway sent unbind");
                return (next, [new Answer(new UnbindResp(CommandStatus.Ok, pdu.Sequence)), .. effects]);
            case UnbindResp when state.Phase == SessionPhase.Unbinding:
                return End(state, SessionEndKind.Left, "unbound");
            case DeliverSm:
                return (state, [new Answer(new DeliverSmResp(CommandStatus.IncorrectBindStatus, pdu.Sequence))]);
            case DataSm:
                return (state, [new Answer(new DataSmResp(CommandStatus.IncorrectBindStatus, pdu.Sequence))]);
            case SubmitSm or BindRequest:
                // §4.3: a request that a client never gets.
                return (state, [new Answer(new GenericNack(CommandStatus.InvalidCommandId, pdu.Sequence))]);
            default:
                return (state, Nothing);
        }
    }

    private static (SessionState State, SessionEffect[] Effects) FinishBind(SessionState state, SmppPdu pdu)
    {
        if (pdu is BindResponse { Status: CommandStatus.Ok } bound)
        {
            return (state with { Phase = SessionPhase.Bound }, [new Bound(bound.SystemId)]);
        }

        var status = pdu.Status == CommandStatus.Ok ? CommandStatus.BindFailed : pdu.Status;
        var end = new SessionEnd(SessionEndKind.Refused, status, $"the gateway refused the bind: {CommandStatusTable.NameOf(status)}");
        return (state with { Phase = SessionPhase.Closed }, [new Close(end)]);
    }

    private static (SessionState State, SessionEffect[] Effects) Complain(SessionState state, PduHeader header, PduFault fault)
    {
        if (fault.Severity == PduFaultSeverity.DropSession || state.Malformed > MostMalformedInARow)
        {
            var (next, effects) = End(state, SessionEndKind.Garbled, $"the gateway sent what is no SMPP: {fault.Reason}");
            return (next, [new Answer(new GenericNack(fault.Status, header.Sequence)), .. effects]);
        }

        return (state, header.Command switch
        {
            CommandId.BindTransceiverResp or CommandId.BindTransmitterResp or CommandId.BindReceiverResp => Nothing,
            _ when header.Command.IsResponse() => [new Complete(header.Sequence, null)],
            CommandId.DeliverSm => [new Answer(new DeliverSmResp(fault.Status, header.Sequence))],
            CommandId.DataSm => [new Answer(new DataSmResp(fault.Status, header.Sequence))],
            _ => [new Answer(new GenericNack(fault.Status, header.Sequence))],
        });
    }

    private static (SessionState State, SessionEffect[] Effects) CheckTimes(SessionState state, TimeSpan now, SessionTimes times)
    {
        if (state.Phase is SessionPhase.Binding or SessionPhase.Unbinding)
        {
            return now < state.Deadline ? (state, Nothing)
                : state.Phase == SessionPhase.Binding ? End(state, SessionEndKind.Silent, "the gateway did not answer the bind")
                : End(state, SessionEndKind.Left, "the gateway did not answer unbind");
        }

        if (state.Phase != SessionPhase.Bound)
        {
            return (state, Nothing);
        }

        var (link, step) = EnquireLinkSchedule.Next(state.Link, now, times.EnquireLink, times.Response);
        return step switch
        {
            EnquireLinkStep.Ask => (state with { Link = link }, [new SendEnquireLink()]),
            EnquireLinkStep.GiveUp => End(state, SessionEndKind.Silent, "the gateway did not answer enquire_link"),
            _ => (state, Nothing),
        };
    }

    private static (SessionState State, SessionEffect[] Effects) Leave(SessionState state, TimeSpan now, SessionTimes times) => state.Phase switch
    {
        SessionPhase.Bound => (state with { Phase = SessionPhase.Unbinding, Deadline = now + times.Unbind }, [new SendUnbind()]),
        SessionPhase.Unbinding => (state, Nothing),
        _ => End(state, SessionEndKind.Left, "stopped before it was bound"),
    };

    private static (SessionState State, SessionEffect[] Effects) End(SessionState state, SessionEndKind kind, string reason) =>
        (state with { Phase = SessionPhase.Closed }, [new Close(new SessionEnd(kind, CommandStatus.Ok, reason))]);
}
