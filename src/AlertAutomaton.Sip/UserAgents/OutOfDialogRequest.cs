using AlertAutomaton.Sip.Authentication;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transactions;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>Completes and sends a request outside any dialog (RFC 3261 §8.1.1).</summary>
internal static class OutOfDialogRequest
{
    /// <summary>Sends it; <paramref name="done"/> gets the final response, or null and what went wrong. On the serial queue.</summary>
    public static void Send(
        UserAgentCore core,
        SipRequest request,
        SipDestination destination,
        SipCredentials? credentials,
        Action<SipResponse?, string?> done,
        Func<uint>? nextSequence = null)
    {
        if (core.Transports.PathTo(destination) is not { } path)
        {
            done(null, $"no listener of this daemon reaches {destination}");
            return;
        }

        Complete(core, request, path);
        DigestClient? account = core.AccountFor(credentials, path);
        account?.TryAuthorize(request);
        SingleRequest? single = null;
        single = new SingleRequest(
            core, request, account, response => done(response, response is null ? single!.Failure ?? "no answer" : null), nextSequence);
        core.Transactions.Send(request, path, single);
    }

    private static void Complete(UserAgentCore core, SipRequest request, SipPath path)
    {
        request.MaxForwards ??= 70;
        request.To ??= new NameAddress(null, request.RequestUri);
        NameAddress from = request.From ?? core.Transports.NewContact(path, core.Options.ContactUser);
        if (from.Tag is null)
        {
            request.From = from.WithTag(SipTokenSource.NewTag());
        }

        request.CallId ??= SipTokenSource.NewCallId();
        request.CSeq ??= new CSeqHeader(1, request.Method);
        if (!request.Headers.Contains(SipHeaderNames.Contact))
        {
            request.Headers.Add(SipHeaderNames.Contact, core.Transports.NewContact(path, core.Options.ContactUser).ToString());
        }

        if (request.Method == SipMethod.Options && !request.Headers.Contains(SipHeaderNames.Accept))
        {
            request.Headers.Add(SipHeaderNames.Accept, Dialogs.SessionBody.Sdp);
        }
    }
}
