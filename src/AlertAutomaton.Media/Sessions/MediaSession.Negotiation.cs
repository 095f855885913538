using System.Diagnostics.CodeAnalysis;
using System.Net;
using AlertAutomaton.Media.Sdp;
using AlertAutomaton.Media.Transport;

namespace AlertAutomaton.Media.Sessions;

/// <content>Offer and answer.</content>
public sealed partial class MediaSession
{
    private readonly ulong _sessionId;
    private IPAddress? _advertised;
    private ulong _version = 1;
    private SessionDescription? _lastSent;
    private byte? _offeredEventType;
    private NegotiatedAudio? _agreed;
    private UdpAddress _remoteControl;
    private bool _reconnect;

    // We hold our tongue while the far end holds the call, or before it told us where it listens.
    private bool CanSend_NeedsLock => _agreed is { } agreed && agreed.Direction.HasFlag(AudioDirection.SendOnly) && _latch.Target.IsUsable;

    private UdpAddress ControlTarget_NeedsLock =>
        _latch.Locked is { } locked && !locked.SameHost(_remoteControl) ? locked.WithPort((ushort)Math.Min(locked.Port + 1, ushort.MaxValue)) : _remoteControl;

    /// <summary>Our offer: for an INVITE, for a late offer, or for a refresh (the version grows only when the description changed).</summary>
    public ReadOnlyMemory<byte> CreateOffer()
    {
        lock (_gate)
        {
            var offer = Versioned_NeedsLock(version => SdpNegotiator.CreateOffer(Local_NeedsLock(null), _lastSent, _agreed, version));
            _offeredEventType = _options.TelephoneEvents ? _agreed?.ReceivedEventType ?? SdpNegotiator.OfferedEventType : null;
            return offer.Write();
        }
    }

    /// <summary>Takes the answer to <see cref="CreateOffer"/>, from a 183, a 200 or an ACK. The same answer again changes nothing; another one re-opens the learning of the source.</summary>
    public bool TryAcceptAnswer(ReadOnlySpan<byte> sdp, [NotNullWhen(false)] out string? whyNot)
    {
        if (!SessionDescription.TryParse(sdp, out var answer))
        {
            whyNot = "the answer is no session description";
            return false;
        }

        lock (_gate)
        {
            if (!SdpNegotiator.TryReadAnswer(Local_NeedsLock(null), answer, _offeredEventType, out var agreed, out whyNot))
                return false;
            return TryApply_NeedsLock(agreed, out whyNot);
        }
    }

    /// <summary>Answers an offer: incoming call, re-INVITE, hold. A refused re-offer leaves the session as it was (488).</summary>
    /// <param name="offer">The SDP.</param>
    /// <param name="answer">The SDP to send back.</param>
    /// <param name="whyNot"><c>fax</c> for T.38 alone, else a phrase for the log.</param>
    public bool TryCreateAnswer(ReadOnlySpan<byte> offer, out ReadOnlyMemory<byte> answer, [NotNullWhen(false)] out string? whyNot)
    {
        answer = default;
        if (!SessionDescription.TryParse(offer, out var description))
        {
            whyNot = "the offer is no session description";
            return false;
        }

        lock (_gate)
        {
            if (!SdpNegotiator.TryCreateAnswer(Local_NeedsLock(description), description, _version, out var agreed, out _, out whyNot)
                || !TryApply_NeedsLock(agreed, out whyNot))
                return false;
            answer = Versioned_NeedsLock(version =>
            {
                SdpNegotiator.TryCreateAnswer(Local_NeedsLock(description), description, version, out _, out var written, out _);
                return written!;
            }).Write();
            return true;
        }
    }

    // RFC 3264 §8: the version grows by one when, and only when, the description differs from the last one sent.
    private SessionDescription Versioned_NeedsLock(Func<ulong, SessionDescription> create)
    {
        var same = create(_version);
        if (_lastSent is null || same.Write().AsSpan().SequenceEqual(_lastSent.Write()))
            return _lastSent = same;
        return _lastSent = create(++_version);
    }

    private SdpLocalAudio Local_NeedsLock(SessionDescription? remote) => new()
    {
        SessionId = _sessionId,
        Address = AdvertisedAddress(remote),
        Port = _port,
        Codecs = _options.Codecs,
        TelephoneEvents = _options.TelephoneEvents,
        Srtp = _options.Srtp,
    };

    // Without any configured address: the one that routes to where the far end says it is, else to anywhere, else loopback. Asked once.
    private IPAddress AdvertisedAddress(SessionDescription? remote)
    {
        if (_advertised is { } known)
            return known;
        var towards = (remote?.Media.FirstOrDefault(media => media.Connection is not null)?.Connection ?? remote?.Connection)?.Address;
        if (towards is null || (towards.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6) != _soundSocket.IsIPv6)
            towards = _soundSocket.IsIPv6 ? IPAddress.Parse("2001:db8::1") : IPAddress.Parse("192.0.2.1");
        return _advertised = MediaEngine.LocalAddressFor(towards) ?? (_soundSocket.IsIPv6 ? IPAddress.IPv6Loopback : IPAddress.Loopback);
    }

    private bool TryApply_NeedsLock(NegotiatedAudio agreed, [NotNullWhen(false)] out string? whyNot)
    {
        if (_soundSocket.IsIPv6 != (agreed.Remote.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6))
        {
            whyNot = $"the far end's address {agreed.Remote.Address} is of another family than ours";
            return false;
        }

        whyNot = null;
        var couldSend = CanSend_NeedsLock;
        _agreed = agreed;
        var remote = UdpAddress.From(agreed.Remote);
        // An unspecified address is the old way to hold: keys are still heard from where they came (§8.4).
        if (remote.IsUsable && _latch.Signal(remote))
            _reconnect = true;
        _remoteControl = UdpAddress.From(agreed.RemoteControl);
        _keys.TelephoneEventNegotiated = agreed.ReceivedEventType is not null;
        _farEnd.ListensForKeys = agreed.ReceivedEventType is null;
        if (!couldSend)
            _sender.MarkNext();
        return true;
    }
}
