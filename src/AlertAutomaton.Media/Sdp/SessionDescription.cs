using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace AlertAutomaton.Media.Sdp;

/// <summary>
/// A session description (RFC 8866). Read leniently, as gateways write it: any line ends, trailing spaces, missing <c>s=</c> or <c>t=</c>,
/// unknown lines and attributes kept. Written strictly, in the order of §9.
/// </summary>
public sealed record SessionDescription
{
    private static readonly char[] _lineEnds = ['\r', '\n'];
    private static readonly char[] _padding = [' ', '\t', '\0'];

    /// <summary>The origin.</summary>
    public required SdpOrigin Origin { get; init; }

    /// <summary>The name of the session, <c>-</c> when there is none.</summary>
    public string Name { get; init; } = "-";

    /// <summary>The connection of streams that have none of their own.</summary>
    public SdpConnection? Connection { get; init; }

    /// <summary>Timing as written, <c>0 0</c> for a call.</summary>
    public string Timing { get; init; } = "0 0";

    /// <summary>Attributes of the session.</summary>
    public IReadOnlyList<SdpAttribute> Attributes { get; init; } = [];

    /// <summary>Other lines before the first stream.</summary>
    public IReadOnlyList<SdpLine> OtherLines { get; init; } = [];

    /// <summary>The streams in their order, which an answer must keep.</summary>
    public IReadOnlyList<SdpMedia> Media { get; init; } = [];

    /// <summary>Reads a description; false when it is none, or beyond the limits (32 KiB, 512 lines, 16 streams).</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, [NotNullWhen(true)] out SessionDescription? description)
    {
        description = null;
        if (body.Length is 0 or > SdpLimits.Bytes)
            return false;
        // Latin-1 keeps every byte, so that what is not ours to understand survives unchanged.
        var builder = new SessionDescriptionBuilder();
        var lines = 0;
        foreach (var part in Encoding.Latin1.GetString(body).Split(_lineEnds))
        {
            var line = part.TrimEnd(_padding);
            if (line.Length == 0)
                continue;
            if (++lines > SdpLimits.Lines || line.Length < 2 || line[1] != '=' || !builder.TryAdd(line[0], line[2..].TrimStart(' ')))
                return false;
        }

        description = builder.Build();
        return description is not null;
    }

    /// <summary>The bytes of the description, lines ended by CRLF.</summary>
    public byte[] Write()
    {
        var text = new StringBuilder(512);
        Line(text, 'v', "0");
        Line(text, 'o', Origin.Write());
        Line(text, 's', Name);
        if (Connection is not null)
            Line(text, 'c', Connection.Write());
        Lines(text, OtherLines);
        Line(text, 't', Timing);
        foreach (var attribute in Attributes)
            Line(text, 'a', attribute.Write());
        foreach (var media in Media)
        {
            Line(text, 'm', media.Write());
            if (media.Connection is not null)
                Line(text, 'c', media.Connection.Write());
            Lines(text, media.OtherLines);
            foreach (var attribute in media.Attributes)
                Line(text, 'a', attribute.Write());
        }

        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static void Lines(StringBuilder text, IReadOnlyList<SdpLine> lines)
    {
        foreach (var line in lines)
            Line(text, line.Type, line.Value);
    }

    private static void Line(StringBuilder text, char type, string value) => text.Append(type).Append('=').Append(value).Append("\r\n");
}
