using System.Net;
using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>Turns a dialog into what is kept on disk, and back.</summary>
internal static class DialogIdentities
{
    /// <summary>
    /// How far the CSeq is advanced for a dialog read from disk: requests sent after it was written must stay lower (§12.2.1.1).
    /// </summary>
    public const uint SequenceMargin = 100;

    /// <summary>What is kept of a dialog.</summary>
    public static SipDialogIdentity Of(DialogState dialog) => new()
    {
        CallId = dialog.CallId,
        LocalTag = dialog.LocalTag,
        RemoteTag = dialog.RemoteTag,
        LocalUri = dialog.Local.Uri.ToString(),
        RemoteUri = dialog.Remote.Uri.ToString(),
        RemoteTarget = dialog.RemoteTarget.ToString(),
        RouteSet = [.. dialog.RouteSet.Select(route => route.ToString())],
        LocalSequence = dialog.LocalSequence,
        Transport = dialog.Path.Transport.Protocol.ToString().ToLowerInvariant(),
        NextHop = dialog.Path.Remote.ToString(),
        NextHopName = dialog.Path.HostName,
    };

    /// <summary>The dialog again, or null when what was kept is damaged or no listener speaks its transport.</summary>
    public static DialogState? Revive(SipDialogIdentity identity, SipTransportLayer transports)
    {
        if (!Enum.TryParse(identity.Transport, ignoreCase: true, out SipTransportProtocol protocol)
            || !IPEndPoint.TryParse(identity.NextHop, out IPEndPoint? nextHop)
            || transports.PathTo(new SipDestination(protocol, nextHop, identity.NextHopName)) is not { } path
            || !SipUri.TryParse(identity.LocalUri, out SipUri? local)
            || !SipUri.TryParse(identity.RemoteUri, out SipUri? remote)
            || !SipUri.TryParse(identity.RemoteTarget, out SipUri? target))
        {
            return null;
        }

        var routes = new List<NameAddress>(identity.RouteSet.Count);
        foreach (string text in identity.RouteSet)
        {
            if (!NameAddress.TryParse(text, out NameAddress? route))
            {
                return null;
            }

            routes.Add(route!);
        }

        var remoteAddress = new NameAddress(null, remote!);
        return new DialogState
        {
            CallId = identity.CallId,
            Local = new NameAddress(null, local!).WithTag(identity.LocalTag),
            Remote = identity.RemoteTag.Length == 0 ? remoteAddress : remoteAddress.WithTag(identity.RemoteTag),
            RemoteTarget = target!,
            RouteSet = routes,
            LocalSequence = identity.LocalSequence + SequenceMargin,
            Path = path,
        };
    }
}
