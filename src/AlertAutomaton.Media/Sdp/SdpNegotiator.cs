using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Media.Sdp;

/// <summary>Offer and answer for one stream of telephone sound (RFC 3264). Pure: the session owns identifiers and versions.</summary>
public static class SdpNegotiator
{
    /// <summary>What <c>whyNot</c> says when the far end is a fax machine (T.38 alone).</summary>
    public const string Fax = "fax";

    /// <summary>The payload type under which our first offer puts telephone-event.</summary>
    public const byte OfferedEventType = 101;

    private const int ClockRate = 8000;

    /// <summary>Our offer. A later offer keeps the streams of the description before it, ours in its place and the others declined (§8).</summary>
    /// <param name="local">Our side.</param>
    /// <param name="previous">The description that we sent last, null for the first.</param>
    /// <param name="agreed">What is in force, null before any answer; a refresh then repeats its payload types.</param>
    /// <param name="version">The version to tell.</param>
    public static SessionDescription CreateOffer(SdpLocalAudio local, SessionDescription? previous, NegotiatedAudio? agreed, ulong version)
    {
        var eventType = local.TelephoneEvents ? agreed?.ReceivedEventType ?? OfferedEventType : (byte?)null;
        var codecs = local.Codecs.Select(codec => (codec, TypeOf(codec, agreed))).ToArray();
        var audio = WriteAudio(local.Port, "RTP/AVP", codecs, eventType, AudioDirection.SendReceive);
        var ours = previous is null ? -1 : IndexOfLive(previous);
        IReadOnlyList<SdpMedia> streams = ours < 0 ? [audio] : [.. previous!.Media.Select((media, index) => index == ours ? audio : Declined(media))];
        return Describe(local, version, streams);
    }

    /// <summary>Reads the answer to our offer; false says why it cannot carry a call.</summary>
    public static bool TryReadAnswer(
        SdpLocalAudio local, SessionDescription answer, byte? offeredEventType, [NotNullWhen(true)] out NegotiatedAudio? agreed, [NotNullWhen(false)] out string? whyNot)
    {
        agreed = null;
        if (!TryChoose(local, answer, out var index, out whyNot) || !TryAgree(local, answer, index, out agreed, out whyNot))
            return false;
        // §6.1: the number in the answer is what the far end wants to receive; what it sends carries the number of our offer. Some send their own.
        if (agreed.SentEventType is not null && offeredEventType is not null)
            agreed = agreed with { ReceivedEventType = offeredEventType };
        return true;
    }

    /// <summary>Answers an offer: one stream of sound accepted, all others declined in their places (§6).</summary>
    public static bool TryCreateAnswer(
        SdpLocalAudio local,
        SessionDescription offer,
        ulong version,
        [NotNullWhen(true)] out NegotiatedAudio? agreed,
        [NotNullWhen(true)] out SessionDescription? answer,
        [NotNullWhen(false)] out string? whyNot)
    {
        (agreed, answer) = (null, null);
        if (!TryChoose(local, offer, out var index, out whyNot) || !TryAgree(local, offer, index, out agreed, out whyNot))
            return false;
        var audio = WriteAudio(
            local.Port, offer.Media[index].Protocol, [(agreed.Codec, agreed.PayloadType)], agreed.ReceivedEventType, agreed.Direction);
        answer = Describe(local, version, [.. offer.Media.Select((media, place) => place == index ? audio : Declined(media))]);
        return true;
    }

    /// <summary>Which stream carries the call under a policy; false says why none does.</summary>
    public static bool TryChoose(SdpLocalAudio local, SessionDescription remote, out int index, [NotNullWhen(false)] out string? whyNot)
    {
        var plain = FirstUsable(local, remote, encrypted: false);
        var encrypted = FirstUsable(local, remote, encrypted: true);
        index = local.Srtp switch
        {
            SrtpPolicy.Off => plain,
            SrtpPolicy.Required => encrypted,
            _ => encrypted >= 0 ? encrypted : plain,
        };
        whyNot = index >= 0 ? null : Explain(local, remote, plain, encrypted);
        return index >= 0;
    }

    private static int FirstUsable(SdpLocalAudio local, SessionDescription remote, bool encrypted)
    {
        for (var i = 0; i < remote.Media.Count; i++)
        {
            var media = remote.Media[i];
            if (media.IsAudio && media.Port != 0 && IsRtp(media.Protocol, encrypted) && CodecsOf(local, SdpRtpMap.Of(media)).Any()
                && (!encrypted || media.Attribute("crypto") is not null))
                return i;
        }

        return -1;
    }

    private static bool IsRtp(string protocol, bool encrypted) => encrypted
        ? protocol.Equals("RTP/SAVP", StringComparison.OrdinalIgnoreCase)
        : protocol.Equals("RTP/AVP", StringComparison.OrdinalIgnoreCase) || protocol.Equals("RTP/AVPF", StringComparison.OrdinalIgnoreCase);

    private static string Explain(SdpLocalAudio local, SessionDescription remote, int plain, int encrypted)
    {
        var live = remote.Media.Where(media => media.Port != 0).ToArray();
        if (live.Length == 0)
            return "every stream was declined";
        if (!live.Any(media => media.IsAudio))
            return live.Any(media => media.IsFax) ? Fax : "no sound was offered";
        if (local.Srtp == SrtpPolicy.Off && encrypted >= 0)
            return "only encrypted sound (SRTP) was offered and this trunk's policy is off";
        return local.Srtp == SrtpPolicy.Required && plain >= 0
            ? "only sound in clear was offered and this trunk's policy requires SRTP"
            : "no common codec: PCMA and PCMU are spoken here";
    }

    private static bool TryAgree(
        SdpLocalAudio local, SessionDescription remote, int index, [NotNullWhen(true)] out NegotiatedAudio? agreed, [NotNullWhen(false)] out string? whyNot)
    {
        agreed = null;
        var media = remote.Media[index];
        var address = (media.Connection ?? remote.Connection)?.Address;
        if (address is null)
        {
            whyNot = "the stream has no numeric address";
            return false;
        }

        if (!IsRtp(media.Protocol, encrypted: false))
        {
            whyNot = "SRTP is not available";
            return false;
        }

        var maps = SdpRtpMap.Of(media);
        var (codec, type) = CodecsOf(local, maps).First();
        byte? events = null;
        foreach (var map in maps)
        {
            // Gateways with wide-band codecs list one telephone-event per clock; ours must count like our sound.
            if (local.TelephoneEvents && map is { Encoding: "TELEPHONE-EVENT", ClockRate: ClockRate })
            {
                events = map.PayloadType;
                break;
            }
        }

        agreed = new NegotiatedAudio
        {
            Codec = codec,
            PayloadType = type,
            PcmaPayloadType = PayloadTypeOf(maps, "PCMA") ?? 8,
            PcmuPayloadType = PayloadTypeOf(maps, "PCMU") ?? 0,
            SentEventType = events,
            ReceivedEventType = events,
            PacketSamples = TakesOnly10Ms(media) ? 80 : 160,
            Remote = new IPEndPoint(address, media.Port),
            RemoteControl = ControlEndPoint(media, address),
            Direction = OurDirection(remote, media),
        };
        whyNot = null;
        return true;
    }

    private static IEnumerable<(AudioCodec Codec, byte Type)> CodecsOf(SdpLocalAudio local, IReadOnlyList<SdpRtpMap> maps) =>
        from map in maps
        where map.ClockRate == ClockRate && map.Encoding is "PCMA" or "PCMU"
        let codec = map.Encoding is "PCMA" ? AudioCodec.Pcma : AudioCodec.Pcmu
        where local.Codecs.Contains(codec)
        select (codec, map.PayloadType);

    private static byte? PayloadTypeOf(IReadOnlyList<SdpRtpMap> maps, string encoding)
    {
        foreach (var map in maps)
        {
            if (string.Equals(map.Encoding, encoding, StringComparison.Ordinal) && map.ClockRate == ClockRate)
                return map.PayloadType;
        }

        return null;
    }

    private static bool TakesOnly10Ms(SdpMedia media) =>
        int.TryParse(media.Attribute("maxptime"), NumberStyles.None, CultureInfo.InvariantCulture, out var longest) && longest is >= 10 and < 20;

    // RFC 3605: a=rtcp:port, or a=rtcp:port IN IP4 address.
    private static IPEndPoint ControlEndPoint(SdpMedia media, IPAddress address)
    {
        var parts = media.Attribute("rtcp")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (parts.Length == 0 || !ushort.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return new IPEndPoint(address, Math.Min(media.Port + 1, ushort.MaxValue));
        return new IPEndPoint(parts.Length == 4 && IPAddress.TryParse(parts[3], out var other) ? other : address, port);
    }

    // §6.1: sendonly is answered by recvonly and so on; an unspecified address takes no sound (§8.4).
    private static AudioDirection OurDirection(SessionDescription remote, SdpMedia media)
    {
        var stated = Stated(media.Attributes) ?? Stated(remote.Attributes) ?? AudioDirection.SendReceive;
        var ours = (stated.HasFlag(AudioDirection.SendOnly) ? AudioDirection.ReceiveOnly : AudioDirection.Inactive)
            | (stated.HasFlag(AudioDirection.ReceiveOnly) ? AudioDirection.SendOnly : AudioDirection.Inactive);
        return (media.Connection ?? remote.Connection) is { IsUnspecified: true } ? ours & ~AudioDirection.SendOnly : ours;
    }

    private static AudioDirection? Stated(IReadOnlyList<SdpAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            switch (attribute.Name)
            {
                case "sendrecv": return AudioDirection.SendReceive;
                case "sendonly": return AudioDirection.SendOnly;
                case "recvonly": return AudioDirection.ReceiveOnly;
                case "inactive": return AudioDirection.Inactive;
            }
        }

        return null;
    }

    private static byte TypeOf(AudioCodec codec, NegotiatedAudio? agreed) => codec == AudioCodec.Pcma ? agreed?.PcmaPayloadType ?? 8 : agreed?.PcmuPayloadType ?? 0;

    private static int IndexOfLive(SessionDescription description)
    {
        for (var i = 0; i < description.Media.Count; i++)
        {
            if (description.Media[i] is { IsAudio: true, Port: > 0 })
                return i;
        }

        return -1;
    }

    private static SdpMedia Declined(SdpMedia media) => new() { Kind = media.Kind, Port = 0, Protocol = media.Protocol, Formats = media.Formats };

    private static SdpMedia WriteAudio(
        int port, string protocol, IReadOnlyList<(AudioCodec Codec, byte Type)> codecs, byte? eventType, AudioDirection direction)
    {
        var formats = codecs.Select(codec => codec.Type.ToString(CultureInfo.InvariantCulture)).ToList();
        var attributes = codecs.Select(codec => new SdpAttribute("rtpmap", $"{codec.Type} {(codec.Codec == AudioCodec.Pcma ? "PCMA" : "PCMU")}/8000")).ToList();
        if (eventType is { } events)
        {
            formats.Add(events.ToString(CultureInfo.InvariantCulture));
            attributes.Add(new SdpAttribute("rtpmap", $"{events} telephone-event/8000"));
            attributes.Add(new SdpAttribute("fmtp", $"{events} 0-15"));
        }

        attributes.Add(new SdpAttribute("ptime", "20"));
        attributes.Add(new SdpAttribute(direction switch
        {
            AudioDirection.SendReceive => "sendrecv",
            AudioDirection.SendOnly => "sendonly",
            AudioDirection.ReceiveOnly => "recvonly",
            _ => "inactive",
        }));
        return new SdpMedia { Kind = "audio", Port = port, Protocol = protocol, Formats = formats, Attributes = attributes };
    }

    private static SessionDescription Describe(SdpLocalAudio local, ulong version, IReadOnlyList<SdpMedia> media)
    {
        var connection = SdpConnection.For(local.Address);
        return new SessionDescription { Origin = SdpOrigin.Create(local.SessionId, version, connection), Connection = connection, Media = media };
    }
}
