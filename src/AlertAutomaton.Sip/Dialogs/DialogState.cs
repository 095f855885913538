using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.Dialogs;

/// <summary>A dialog, early or confirmed (RFC 3261 §12). Immutable: each request and each target refresh makes the next one.</summary>
internal sealed record DialogState
{
    /// <summary>Call-ID.</summary>
    public required string CallId { get; init; }

    /// <summary>Our address with our tag.</summary>
    public required NameAddress Local { get; init; }

    /// <summary>The far end's address, with its tag if it has one.</summary>
    public required NameAddress Remote { get; init; }

    /// <summary>The far end's Contact.</summary>
    public required SipUri RemoteTarget { get; init; }

    /// <summary>The proxies in between, nearest first.</summary>
    public required IReadOnlyList<NameAddress> RouteSet { get; init; }

    /// <summary>The number of our last request.</summary>
    public required uint LocalSequence { get; init; }

    /// <summary>The number of the far end's last request, or null before its first.</summary>
    public uint? RemoteSequence { get; init; }

    /// <summary>The way by which the dialog was made, used when the next hop's address is not acceptable.</summary>
    public required SipPath Path { get; init; }

    /// <summary>Our tag.</summary>
    public string LocalTag => Local.Tag ?? string.Empty;

    /// <summary>The far end's tag; empty for RFC 2543.</summary>
    public string RemoteTag => Remote.Tag ?? string.Empty;

    /// <summary>The dialog that a response to our INVITE makes (§12.1.2), or null when it carries no usable Contact.</summary>
    public static DialogState? OfResponse(SipResponse response, NameAddress local, uint sequence, SipPath path)
    {
        if (response.Contacts is not [{ Uri.IsSip: true } contact, ..] || response.To is not { } to || response.CallId is not { } callId)
        {
            return null;
        }

        return new DialogState
        {
            CallId = callId,
            Local = local,
            Remote = to,
            RemoteTarget = contact.Uri,
            RouteSet = [.. response.RecordRoutes.Reverse()],
            LocalSequence = sequence,
            Path = path,
        };
    }

    /// <summary>The dialog that an INVITE to us makes (§12.1.1), or null when it carries no usable Contact.</summary>
    public static DialogState? OfRequest(SipRequest request, string localTag, SipPath path)
    {
        if (request.Contacts is not [{ Uri.IsSip: true } contact, ..]
            || request.From is not { } from || request.To is not { } to || request.CallId is not { } callId || request.CSeq is not { } cseq)
        {
            return null;
        }

        return new DialogState
        {
            CallId = callId,
            Local = to.WithTag(localTag),
            Remote = from,
            RemoteTarget = contact.Uri,
            RouteSet = request.RecordRoutes,
            LocalSequence = 0,
            RemoteSequence = cseq.Number,
            Path = path,
        };
    }

    /// <summary>The dialog after one more request of ours.</summary>
    public DialogState Next() => this with { LocalSequence = LocalSequence + 1 };

    /// <summary>The dialog with the target that a target refresh request or its response names (§12.2).</summary>
    public DialogState Refreshed(SipMessage message) =>
        message.Contacts is [{ Uri.IsSip: true } contact, ..] ? this with { RemoteTarget = contact.Uri } : this;

    /// <summary>Whether a request of the far end comes in order (§12.2.2), and the dialog after it.</summary>
    public bool TryTake(uint sequence, out DialogState next)
    {
        next = this with { RemoteSequence = sequence };
        return RemoteSequence is not { } last || sequence > last;
    }

    /// <summary>A request in this dialog with the current number (§12.2.1.1); strict routers get the form that they expect.</summary>
    public SipRequest CreateRequest(SipMethod method, uint? sequence = null)
    {
        bool strict = RouteSet.Count > 0 && !RouteSet[0].Uri.IsLooseRouter;
        var request = new SipRequest(method, strict ? RouteSet[0].Uri.WithoutHeaders() : RemoteTarget);
        SipHeaders headers = request.Headers;
        headers.Add(SipHeaderNames.MaxForwards, "70");
        for (int i = strict ? 1 : 0; i < RouteSet.Count; i++)
        {
            headers.Add(SipHeaderNames.Route, RouteSet[i].ToString());
        }

        if (strict)
        {
            headers.Add(SipHeaderNames.Route, new NameAddress(null, RemoteTarget).ToString());
        }

        headers.Add(SipHeaderNames.From, Local.ToString());
        headers.Add(SipHeaderNames.To, Remote.ToString());
        headers.Add(SipHeaderNames.CallId, CallId);
        headers.Add(SipHeaderNames.CSeq, new CSeqHeader(sequence ?? LocalSequence, method).ToString());
        return request;
    }

    /// <summary>The URI whose address is the next hop: the first route, or the far end itself.</summary>
    public SipUri NextHop => RouteSet.Count > 0 ? RouteSet[0].Uri : RemoteTarget;
}
