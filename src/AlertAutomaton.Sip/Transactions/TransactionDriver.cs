using System.Net;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;
using static AlertAutomaton.Sip.Transactions.TransactionEffect;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>
/// Runs the transaction machines: brings them messages and deadlines, and carries out what they ask for. Used from the serial queue only.
/// </summary>
internal sealed partial class TransactionDriver(
    TransactionTimers timers, DeadlineQueue deadlines, SipTransportLayer transports, ITransactionCore core, int mostServers)
{
    // §18.1.1: without knowledge of the path's MTU.
    private const int LargestDatagram = 1_300;

    private readonly TransactionLayer _layer = new();

    /// <summary>How many client transactions live.</summary>
    public int ClientCount => _layer.ClientCount;

    /// <summary>How many server transactions live.</summary>
    public int ServerCount => _layer.ServerCount;

    /// <summary>Sends a request in a transaction of its own. The Via is added here.</summary>
    /// <param name="request">The request, without a Via of ours.</param>
    /// <param name="path">The way.</param>
    /// <param name="user">Who gets the responses.</param>
    /// <param name="large">The stream to take when the request is too large for a datagram, or null to send it anyhow.</param>
    public ClientTransaction Send(SipRequest request, SipPath path, IClientTransactionUser user, SipPath? large = null)
    {
        string branch = SipTokenSource.NewBranch();
        request.Headers.Prepend(SipHeaderNames.Via, transports.NewVia(path, branch).ToString());
        SipPath? fallBack = null;
        if (large is not null && !path.IsReliable && transports.Serialise(request).Length > LargestDatagram)
        {
            (fallBack, path) = (path, large);
            request.TopVia = transports.NewVia(path, branch);
        }

        var transaction = new ClientTransaction(
            this, new TransactionKey(branch, string.Empty, request.Method.Name), request, path, user) { FallBack = fallBack };
        _layer.Add(transaction);
        Advance(transaction, TransactionInput.Begin.Instance);
        return transaction;
    }

    /// <summary>Sends the CANCEL of an INVITE (§9.1): same Request-URI, Via, From, To, Call-ID, CSeq number and Route.</summary>
    public void Cancel(ClientTransaction invite, IClientTransactionUser user, string? reason)
    {
        if (invite.Request is not { } request || invite.IsDecided)
        {
            return;
        }

        SipRequest cancel = SiblingOf(request, SipMethod.Cancel);
        cancel.Headers.CopyFrom(request.Headers, SipHeaderNames.To);
        if (reason is not null)
        {
            cancel.Headers.Add(SipHeaderNames.Reason, reason);
        }

        var transaction = new ClientTransaction(this, invite.Key with { Method = SipMethod.Cancel.Name }, cancel, invite.Path, user);
        _layer.Add(transaction);
        Advance(transaction, TransactionInput.Begin.Instance);
    }

    /// <summary>Ends the wait for a final response.</summary>
    public void Abandon(ClientTransaction transaction) => Advance(transaction, TransactionInput.Abandoned.Instance);

    /// <summary>Takes a message that arrived and was found in order by the parser.</summary>
    public void Receive(SipMessage message, SipPath path)
    {
        if (message is SipRequest request)
        {
            ReceiveRequest(request, path);
            return;
        }

        var response = (SipResponse)message;
        if (_layer.FindClient(response) is { } client)
        {
            Advance(client, new TransactionInput.ResponseArrived(response));
        }
        else
        {
            core.OnStrayResponse(response, path);
        }
    }

    /// <summary>Nothing reaches a neighbour: fails what waits for it, or takes the datagram way where TCP was only for the size.</summary>
    public void TransportFailed(ISipTransport transport, IPEndPoint remote, string reason)
    {
        foreach (ClientTransaction client in _layer.Waiting(transport, remote))
        {
            if (client.IsUnanswered && client.FallBack is { } datagrams)
            {
                FallBackTo(client, datagrams);
            }
            else if (client.IsUnanswered || client.Path.IsReliable)
            {
                Advance(client, new TransactionInput.TransportFailed(reason));
            }
        }
    }

    internal void Advance(ClientTransaction transaction, TransactionInput input)
    {
        TransactionEffect[] effects;
        if (transaction.IsInvite)
        {
            TransactionStep<InviteClientState> step = InviteClientTransaction.Step(transaction.InviteState, input, timers);
            (transaction.InviteState, effects) = (step.State, step.Effects);
        }
        else
        {
            TransactionStep<NonInviteClientState> step = NonInviteClientTransaction.Step(transaction.OtherState, input, timers);
            (transaction.OtherState, effects) = (step.State, step.Effects);
        }

        foreach (TransactionEffect effect in effects)
        {
            Apply(transaction, effect);
        }
    }

    private void FallBackTo(ClientTransaction transaction, SipPath datagrams)
    {
        transaction.FallBack = null;
        deadlines.Disarm(transaction.Repetition);
        deadlines.Disarm(transaction.Lifetime);
        _layer.Remove(transaction);
        string branch = SipTokenSource.NewBranch();
        transaction.Request!.TopVia = transports.NewVia(datagrams, branch);
        transaction.Key = transaction.Key with { Branch = branch };
        transaction.Path = datagrams;
        transaction.InviteState = InviteClientTransaction.Initial(reliable: false);
        transaction.OtherState = NonInviteClientTransaction.Initial(reliable: false);
        _layer.Add(transaction);
        Advance(transaction, TransactionInput.Begin.Instance);
    }

    private void Apply(ClientTransaction transaction, TransactionEffect effect)
    {
        switch (effect)
        {
            case SendRequest:
                transports.Send(transaction.Request!, transaction.Path);
                break;
            case SendAck ack:
                transaction.Ack ??= AckOf(transaction.Request!, ack.Response);
                transaction.Request = null;
                transports.Send(transaction.Ack, transaction.Path);
                break;
            case StartTimer timer:
                deadlines.Arm(IsRepetition(timer.Timer) ? transaction.Repetition : transaction.Lifetime, timer.After, (int)timer.Timer);
                break;
            case StopTimers:
                deadlines.Disarm(transaction.Repetition);
                deadlines.Disarm(transaction.Lifetime);
                break;
            case Deliver deliver:
                if (deliver.Response.IsFinal)
                {
                    // Thousands of these wait 32 s for strays; they need the request no more.
                    transaction.Request = null;
                }

                transaction.User.OnResponse(transaction, deliver.Response);
                break;
            case ReportTimeout:
                transaction.User.OnTimeout(transaction);
                break;
            case ReportTransportFailure failure:
                transaction.User.OnTransportFailure(transaction, failure.Reason);
                break;
            case Terminate:
                _layer.Remove(transaction);
                break;
            default:
                break;
        }
    }

    private static bool IsRepetition(TransactionTimer timer) =>
        timer is TransactionTimer.A or TransactionTimer.E or TransactionTimer.G or TransactionTimer.Trying;

    // §17.1.1.3: the ACK of a refusal has the INVITE's branch and Route, and the To of the response.
    private static SipRequest AckOf(SipRequest invite, SipResponse response)
    {
        SipRequest ack = SiblingOf(invite, SipMethod.Ack);
        ack.Headers.CopyFrom(response.Headers, SipHeaderNames.To);
        return ack;
    }

    private static SipRequest SiblingOf(SipRequest request, SipMethod method)
    {
        var sibling = new SipRequest(method, request.RequestUri);
        sibling.Headers.Add(SipHeaderNames.Via, request.TopVia!.ToString());
        sibling.Headers.Add(SipHeaderNames.MaxForwards, "70");
        sibling.Headers.CopyFrom(request.Headers, SipHeaderNames.Route);
        sibling.Headers.CopyFrom(request.Headers, SipHeaderNames.From);
        sibling.Headers.CopyFrom(request.Headers, SipHeaderNames.CallId);
        sibling.CSeq = new CSeqHeader(request.CSeq!.Value.Number, method);
        return sibling;
    }
}
