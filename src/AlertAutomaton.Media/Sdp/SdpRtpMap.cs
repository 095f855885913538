using System.Globalization;

namespace AlertAutomaton.Media.Sdp;

/// <summary>What a payload type of a stream means: from <c>a=rtpmap</c>, or from the static table where a gateway left it out (RFC 3551 §6).</summary>
/// <param name="PayloadType">0 to 127.</param>
/// <param name="Encoding">Such as <c>PCMA</c>, in capitals.</param>
/// <param name="ClockRate">Units per second.</param>
public readonly record struct SdpRtpMap(byte PayloadType, string Encoding, int ClockRate)
{
    /// <summary>The payload types of a stream that are known, in the order of its <c>m=</c> line, which is the order of preference.</summary>
    public static IReadOnlyList<SdpRtpMap> Of(SdpMedia media)
    {
        var maps = new List<SdpRtpMap>(media.Formats.Count);
        foreach (var format in media.Formats)
        {
            if (byte.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var type) && type < 128
                && (TryFind(media, type, out var map) || TryStatic(type, out map)))
                maps.Add(map);
        }

        return maps;
    }

    private static bool TryFind(SdpMedia media, byte payloadType, out SdpRtpMap map)
    {
        foreach (var attribute in media.Attributes)
        {
            if (attribute is { Name: "rtpmap", Value: { } value } && TryParse(value, out map) && map.PayloadType == payloadType)
                return true;
        }

        map = default;
        return false;
    }

    private static bool TryParse(string value, out SdpRtpMap map)
    {
        map = default;
        var parts = value.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var codec = parts.Length == 2 ? parts[1].Split('/') : [];
        if (codec.Length < 2
            || !byte.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var type)
            || !int.TryParse(codec[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rate)
            || codec.Length > 2 && codec[2] is not "1")
            return false;
        map = new SdpRtpMap(type, codec[0].ToUpperInvariant(), rate);
        return true;
    }

    private static bool TryStatic(byte type, out SdpRtpMap map)
    {
        map = type switch
        {
            0 => new SdpRtpMap(0, "PCMU", 8000),
            8 => new SdpRtpMap(8, "PCMA", 8000),
            13 => new SdpRtpMap(13, "CN", 8000),
            _ => default,
        };
        return map.Encoding is not null;
    }
}
