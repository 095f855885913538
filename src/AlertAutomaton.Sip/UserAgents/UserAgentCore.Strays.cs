using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transactions;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.UserAgents;

/// <content>A 200 to the INVITE of a process that died: it is acknowledged and hung up, so that no line of the trunk stays taken.</content>
internal sealed partial class UserAgentCore
{
    private const int MostStrays = 1_000;

    private readonly Dictionary<(string CallId, string RemoteTag), TimeSpan> _hungUpStrays = [];

    /// <inheritdoc/>
    public void OnStrayResponse(SipResponse response, SipPath path)
    {
        if (!response.IsSuccess
            || response.CSeq is not { } cseq || cseq.Method != SipMethod.Invite
            || response.From is not { } from || !SipTokenSource.IsOwnTag(from.Tag)
            || !IsOurVia(response.TopVia, path)
            || DialogState.OfResponse(response, from, cseq.Number, path) is not { } dialog)
        {
            return;
        }

        Transports.Send(WithVia(dialog.CreateRequest(SipMethod.Ack), path), path);
        if (!IsNewStray(dialog))
        {
            return;
        }

        SipUserAgentLog.StrayAnswer(Log, dialog.CallId);
        DialogState next = dialog.Next();
        SipRequest bye = next.CreateRequest(SipMethod.Bye);
        Transactions.Send(bye, NextHopOf(next), new SingleRequest(this, bye, null, _ => { }));
    }

    /// <summary>Adds a Via of a new branch to a request that has no transaction, an ACK.</summary>
    public SipRequest WithVia(SipRequest request, SipPath path)
    {
        request.Headers.Prepend(SipHeaderNames.Via, Transports.NewVia(path, SipTokenSource.NewBranch()).ToString());
        return request;
    }

    // §18.1.2: a response whose top Via is not ours is not for us.
    private bool IsOurVia(ViaHeader? via, SipPath path) =>
        via is not null
        && string.Equals(via.Host, Transports.ViaHost(path), StringComparison.OrdinalIgnoreCase)
        && (via.Port ?? 5060) == path.Transport.LocalEndPoint.Port;

    private bool IsNewStray(DialogState dialog)
    {
        TimeSpan now = Deadlines.Now;
        if (_hungUpStrays.Count >= MostStrays)
        {
            foreach ((string CallId, string RemoteTag) old in _hungUpStrays.Where(pair => now - pair.Value > Options.Timers.Lifetime).Select(pair => pair.Key).ToArray())
            {
                _hungUpStrays.Remove(old);
            }
        }

        return _hungUpStrays.Count < MostStrays && _hungUpStrays.TryAdd((dialog.CallId, dialog.RemoteTag), now);
    }
}
