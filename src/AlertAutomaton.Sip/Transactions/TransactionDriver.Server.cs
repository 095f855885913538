using System.Security.Cryptography;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;
using static AlertAutomaton.Sip.Transactions.TransactionEffect;

namespace AlertAutomaton.Sip.Transactions;

/// <content>Server transactions: requests that arrive.</content>
internal sealed partial class TransactionDriver
{
    internal void Advance(ServerTransaction transaction, TransactionInput input)
    {
        TransactionEffect[] effects;
        if (transaction.IsInvite)
        {
            TransactionStep<InviteServerState> step = InviteServerTransaction.Step(transaction.InviteState, input, timers);
            (transaction.InviteState, effects) = (step.State, step.Effects);
        }
        else
        {
            TransactionStep<NonInviteServerState> step = NonInviteServerTransaction.Step(transaction.OtherState, input, timers);
            (transaction.OtherState, effects) = (step.State, step.Effects);
        }

        foreach (TransactionEffect effect in effects)
        {
            Apply(transaction, effect);
        }
    }

    private void ReceiveRequest(SipRequest request, SipPath path)
    {
        if (TransactionKey.OfRequest(request) is not { } key)
        {
            return;
        }

        if (request.Method == SipMethod.Ack)
        {
            ReceiveAck(request, key);
            return;
        }

        if (_layer.FindServer(key) is { } known)
        {
            Advance(known, TransactionInput.RequestRepeated.Instance);
            return;
        }

        if (_layer.ServerCount >= mostServers)
        {
            RefuseWithoutTransaction(request, path);
            return;
        }

        bool isMerged = _layer.IsMerged(request);
        var transaction = new ServerTransaction(this, key, request, path);
        _layer.Add(transaction, request);
        Advance(transaction, TransactionInput.Begin.Instance);
        if (isMerged)
        {
            transaction.Respond(request.CreateResponse(482, SipTokenSource.NewTag()));
        }
        else if (request.Method == SipMethod.Cancel)
        {
            ReceiveCancel(transaction, request);
        }
        else
        {
            core.OnRequest(transaction, request);
        }
    }

    private void ReceiveAck(SipRequest ack, TransactionKey key)
    {
        // The ACK of a 2xx has a branch of its own and belongs to the dialog (§17.1.1.3); that of an RFC 2543 client has not.
        if (_layer.FindServer(key) is { InviteState.Phase: InviteServerPhase.Completed or InviteServerPhase.Confirmed } refused)
        {
            Advance(refused, new TransactionInput.AckArrived(ack));
        }
        else
        {
            core.OnAck(ack);
        }
    }

    // §9.2
    private void ReceiveCancel(ServerTransaction transaction, SipRequest cancel)
    {
        ServerTransaction? invite = _layer.FindServer(TransactionKey.OfRequest(cancel, SipMethod.Invite)!.Value);
        transaction.Respond(cancel.CreateResponse(invite is null ? 481 : 200, SipTokenSource.NewTag()));
        if (invite is { IsDecided: false })
        {
            invite.User?.OnCancel(invite, cancel);
        }
    }

    private void RefuseWithoutTransaction(SipRequest request, SipPath path)
    {
        SipResponse response = request.CreateResponse(503, SipTokenSource.NewTag());
        response.Headers.Add(SipHeaderNames.RetryAfter, RandomNumberGenerator.GetInt32(5, 30).ToString(System.Globalization.CultureInfo.InvariantCulture));
        transports.Send(response, path);
    }

    private void Apply(ServerTransaction transaction, TransactionEffect effect)
    {
        switch (effect)
        {
            case SendResponse send:
                Transmit(transaction, send.Response);
                break;
            case SendTrying:
                Transmit(transaction, transaction.Request!.CreateResponse(100));
                break;
            case RepeatResponse:
                transports.Send(transaction.LastResponse, transaction.Path, mayConnect: false);
                break;
            case StartTimer timer:
                deadlines.Arm(IsRepetition(timer.Timer) ? transaction.Repetition : transaction.Lifetime, timer.After, (int)timer.Timer);
                break;
            case StopTimers:
                deadlines.Disarm(transaction.Repetition);
                deadlines.Disarm(transaction.Lifetime);
                break;
            case DeliverAck ack:
                core.OnAck(ack.Ack);
                break;
            case ReportTimeout:
                transaction.User?.OnUnreachable(transaction, "no ACK came for the final response");
                break;
            case ReportTransportFailure failure:
                transaction.User?.OnUnreachable(transaction, failure.Reason);
                break;
            case Terminate:
                _layer.Remove(transaction);
                break;
            default:
                break;
        }
    }

    private void Transmit(ServerTransaction transaction, SipResponse response)
    {
        ReadOnlySpan<byte> wire = transports.Serialise(response);
        transaction.LastResponse = response.IsSuccess && transaction.IsInvite ? null : wire.ToArray();
        if (response.IsFinal)
        {
            transaction.Request = null;
        }

        transports.Send(wire, transaction.Path, mayConnect: false);
    }
}
