using System.Net;
using AlertAutomaton.Sip.Admission;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Tracing;
using AlertAutomaton.Sip.Transactions;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.Verdicts;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>
/// What arrives goes through here: source policy, trace, parser, and then the serial queue. Runs on the transports' threads, so that parsing
/// is shared out over the cores.
/// </summary>
internal sealed class SipReceiver(UserAgentCore core, SipSourcePolicy? policy, ISipTrace? trace) : ISipTransportSink
{
    private long _dropped;

    /// <summary>How many messages were dropped because the backlog was full.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <inheritdoc/>
    public bool MayConnect(IPEndPoint remote) => policy?.MayConnect(remote.Address) != false;

    /// <inheritdoc/>
    public void OnMessage(ISipTransport transport, IPEndPoint remote, ReadOnlySpan<byte> message, bool framed)
    {
        if (policy is not null && policy.Admit(remote.Address, message) != SipAdmission.Admitted)
        {
            return;
        }

        trace?.Record(SipTraceDirection.Received, transport.Protocol, transport.LocalEndPoint, remote, message);
        if (core.Queue.Pending > core.Options.MaxBacklog)
        {
            long dropped = Interlocked.Increment(ref _dropped);
            if (long.IsPow2(dropped))
            {
                SipTransportLog.BacklogFull(core.Log, dropped);
            }

            return;
        }

        SipParseError error;
        bool isValid = framed
            ? SipMessageParser.TryParseFramed(message, out SipMessage? parsed, out error)
            : SipMessageParser.TryParse(message, out parsed, out error);
        if (isValid)
        {
            core.Queue.PostInline(Receive, new Arrival(core, parsed!, new SipPath(transport, remote)));
        }
        else if (error.Kind != SipParseErrorKind.Empty)
        {
            SipTransportLog.NotParsed(core.Log, remote, error.ToString());
            if (SipRequestVerdict.Of(parsed, error, core.Capabilities, dialogExists: false) is SipRequestVerdict.Refuse refuse)
            {
                core.Queue.PostInline(Refuse, new Refusal(core, (SipRequest)parsed!, refuse, new SipPath(transport, remote)));
            }
        }
    }

    /// <inheritdoc/>
    public void OnSendFailed(ISipTransport transport, IPEndPoint remote, string reason) =>
        core.Queue.PostInline(_ => core.Transactions.TransportFailed(transport, remote, reason), null);

    private static void Receive(object? state)
    {
        var arrival = (Arrival)state!;
        SipPath path = arrival.Path;
        if (arrival.Message is SipRequest request)
        {
            path = ReplyPathOf(request, path);
            MarkSource(request, arrival.Path);
        }

        arrival.Core.Transactions.Receive(arrival.Message, path);
    }

    // What breaks the grammar gets its answer without a transaction: nothing about it is kept.
    private static void Refuse(object? state)
    {
        var refusal = (Refusal)state!;
        SipUserAgentLog.RefusedUnparsed(refusal.Core.Log, refusal.Path.Remote, refusal.Verdict.StatusCode);
        SipPath path = ReplyPathOf(refusal.Request, refusal.Path);
        MarkSource(refusal.Request, refusal.Path);
        refusal.Core.Transports.Send(refusal.Verdict.CreateResponse(refusal.Request, SipTokenSource.NewTag()), path);
    }

    // §18.2.2: without rport a datagram's response goes to the port of sent-by, for gateways that send from one port and listen on another.
    // The address is always that of the packet, and behind a NAT, where sent-by means nothing, the port too.
    private static SipPath ReplyPathOf(SipRequest request, SipPath path) =>
        path.IsReliable
        || request.TopVia is not { WantsResponsePort: false } via
        || (via.Port ?? 5060) == path.Remote.Port
        || !IPAddress.TryParse(via.Host, out IPAddress? host)
        || !host.Equals(path.Remote.Address)
            ? path
            : path with { Remote = new IPEndPoint(path.Remote.Address, via.Port ?? 5060) };

    // §18.2.1 and RFC 3581 §4. Responses go back to where the packet came from in any case; the client learns its address by it.
    private static void MarkSource(SipRequest request, SipPath path)
    {
        if (request.TopVia is not { } via)
        {
            return;
        }

        string address = path.Remote.Address.ToString();
        if (via.WantsResponsePort || !string.Equals(via.Host, address, StringComparison.OrdinalIgnoreCase))
        {
            request.TopVia = via.WithSource(address, path.Remote.Port);
        }
    }

    private sealed record Arrival(UserAgentCore Core, SipMessage Message, SipPath Path);

    private sealed record Refusal(UserAgentCore Core, SipRequest Request, SipRequestVerdict.Refuse Verdict, SipPath Path);
}
