using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;
using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Telephony.Calls;

/// <summary>Writes the INVITE of a call as its trunk wants it. Pure.</summary>
internal static class InviteBuilder
{
    private static readonly TimeSpan UnprobedPatience = TimeSpan.FromSeconds(10);

    /// <summary>The INVITE.</summary>
    /// <param name="trunk">The trunk.</param>
    /// <param name="destination">Its address.</param>
    /// <param name="routes">Service-Route of its registration (RFC 3608).</param>
    /// <param name="number">Who is called, E.164.</param>
    /// <param name="callerId">What is shown, E.164; empty when the trunk sets it.</param>
    /// <param name="sdp">Our offer.</param>
    /// <param name="options">Ring time, and who keeps the answered call.</param>
    public static SipInvite Build(
        TrunkAddress trunk, SipDestination destination, IReadOnlyList<NameAddress> routes, string number, string callerId, ReadOnlyMemory<byte> sdp, PlaceOptions options)
    {
        bool shows = callerId.Length > 0;
        SipUri shown = shows ? trunk.Identity(callerId) : trunk.Account();
        NameAddress identity = new(null, shown);
        CallerIdHeader header = shows ? trunk.Options.CallerIdHeader : CallerIdHeader.None;
        return new SipInvite
        {
            RequestUri = trunk.RequestUri(number),
            Destination = destination,
            From = new NameAddress(null, trunk.Options.FromUsername ? trunk.Account() : shown),
            To = new NameAddress(null, trunk.Identity(number)),
            PAssertedIdentity = header == CallerIdHeader.PAssertedIdentity ? identity : null,
            PPreferredIdentity = header == CallerIdHeader.PPreferredIdentity ? identity : null,
            Credentials = trunk.Credentials,
            Routes = routes,
            Sdp = sdp,
            RingTimeout = options.RingTime,
            // A probed trunk that falls mute is found by its probes, which forgive lost packets better than one call can.
            FirstResponseTimeout = trunk.Options.ProbeInterval <= TimeSpan.Zero ? UnprobedPatience : null,
            SessionExpires = trunk.Options.SessionExpires,
            RedirectDomain = trunk.Uri.Host,
            // A redirection may lead the call elsewhere inside the trunk; it may not lead it to another number.
            RedirectAllowed = target => string.Equals(target.User, trunk.RequestUri(number).User, StringComparison.Ordinal),
            TcpWhenLarge = trunk.Uri.Transport is null,
            BeforeAcknowledgement = options.KeepAnswer is { } keep ? identity => keep(DialogIdentityJson.Write(identity)) : null,
        };
    }
}
