using System.Globalization;

namespace AlertAutomaton.Media.Sdp;

/// <summary>A media description: <c>m=</c> and the lines below it (RFC 8866 §5.14).</summary>
public sealed record SdpMedia
{
    /// <summary><c>audio</c>, <c>image</c>, <c>video</c>…</summary>
    public required string Kind { get; init; }

    /// <summary>0 to 65535; 0 means declined (RFC 3264 §6).</summary>
    public required int Port { get; init; }

    /// <summary>Such as <c>RTP/AVP</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>Payload types or other formats, as written.</summary>
    public required IReadOnlyList<string> Formats { get; init; }

    /// <summary>The stream's own connection line; null means that of the session.</summary>
    public SdpConnection? Connection { get; init; }

    /// <summary>Attributes in their order, doubles kept.</summary>
    public IReadOnlyList<SdpAttribute> Attributes { get; init; } = [];

    /// <summary>Other lines in their order.</summary>
    public IReadOnlyList<SdpLine> OtherLines { get; init; } = [];

    /// <summary>Whether this is sound by RTP, plain or encrypted.</summary>
    public bool IsAudio => Kind.Equals("audio", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether this is fax by T.38.</summary>
    public bool IsFax => Kind.Equals("image", StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of the first attribute of a name; null when there is none.</summary>
    public string? Attribute(string name) => Attributes.FirstOrDefault(attribute => string.Equals(attribute.Name, name, StringComparison.Ordinal))?.Value;

    internal static bool TryParse(string text, out SdpMedia? media)
    {
        media = null;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // RFC 8866 wants at least one format; some gateways decline with none.
        if (parts.Length < 3 || parts.Length > SdpLimits.Formats
            || !int.TryParse(parts[1].Split('/', 2)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > ushort.MaxValue)
            return false;
        media = new SdpMedia { Kind = parts[0], Port = port, Protocol = parts[2], Formats = parts[3..] };
        return true;
    }

    internal string Write() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Port} {string.Join(' ', [Protocol, .. Formats])}");
}
