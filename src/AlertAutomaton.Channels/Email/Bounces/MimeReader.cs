using System.Text;

namespace AlertAutomaton.Channels.Email.Bounces;

/// <summary>
/// Takes a mail apart (RFC 2045, RFC 2046 §5.1): multiparts and attached messages are opened, everything else is a leaf. Bounded in size,
/// depth and number of parts; what lies beyond a bound is left out. Never throws.
/// </summary>
internal static class MimeReader
{
    /// <summary>The most that is looked at of one mail, in bytes.</summary>
    public const int LargestMail = 1024 * 1024;

    private const int DeepestPart = 10;
    private const int MostParts = 200;

    /// <summary>The leaves in the order in which they stand. A mail inside a mail is a leaf for its headers, followed by its own leaves.</summary>
    public static IReadOnlyList<MimePart> Read(ReadOnlySpan<byte> mail)
    {
        string text = Encoding.Latin1.GetString(mail[..Math.Min(mail.Length, LargestMail)]);
        var parts = new List<MimePart>();
        ReadEntity(text.ReplaceLineEndings("\n").Split('\n'), 0, parts, "text/plain");
        return parts;
    }

    private static void ReadEntity(IReadOnlyList<string> lines, int depth, List<MimePart> parts, string defaultType)
    {
        if (parts.Count >= MostParts || depth > DeepestPart)
        {
            return;
        }

        int position = 0;
        MailHeaders headers = MailHeaders.Read(lines, ref position);
        string type = MediaType(headers["Content-Type"] ?? defaultType);
        var body = new LineRange(lines, Math.Min(position, lines.Count), lines.Count);
        if (depth == 0)
        {
            parts.Add(new MimePart(MimePart.OwnHeaders, headers, ""));
        }

        if (type.StartsWith("multipart/", StringComparison.Ordinal) && Parameter(headers["Content-Type"]!, "boundary") is { Length: > 0 and <= 200 } boundary)
        {
            ReadMultipart(body, boundary, depth, parts, string.Equals(type, "multipart/digest", StringComparison.Ordinal) ? "message/rfc822" : "text/plain");
            return;
        }

        string content = TransferDecoding.Decode(body.Join(), headers["Content-Transfer-Encoding"]);
        if (type is "message/rfc822" or "message/global")
        {
            ReadAttached(content, depth, parts);
            return;
        }

        parts.Add(new MimePart(type, headers, content));
    }

    private static void ReadAttached(string content, int depth, List<MimePart> parts)
    {
        string[] lines = content.Split('\n');
        int position = 0;
        parts.Add(new MimePart("message/rfc822", MailHeaders.Read(lines, ref position), content));
        ReadEntity(lines, depth + 1, parts, "text/plain");
    }

    private static void ReadMultipart(LineRange body, string boundary, int depth, List<MimePart> parts, string defaultType)
    {
        string delimiter = "--" + boundary;
        int begin = -1;
        for (int index = 0; index < body.Count && parts.Count < MostParts; index++)
        {
            if (!body[index].StartsWith(delimiter, StringComparison.Ordinal))
            {
                continue;
            }

            string rest = body[index][delimiter.Length..].TrimEnd();
            bool closes = rest is ['-', '-'];
            if (rest.Length > 0 && !closes)
            {
                // Another boundary that begins the same.
                continue;
            }

            if (begin >= 0)
            {
                ReadEntity(body.Slice(begin, index), depth + 1, parts, defaultType);
            }

            begin = index + 1;
            if (closes)
            {
                return;
            }
        }

        // Cut short, as many mailers do with what they return: the last part ends where the mail does.
        if (begin >= 0 && begin < body.Count)
        {
            ReadEntity(body.Slice(begin, body.Count), depth + 1, parts, defaultType);
        }
    }

    private static string MediaType(string contentType)
    {
        int end = contentType.AsSpan().IndexOfAny(';', ' ', '(');
        return (end < 0 ? contentType : contentType[..end]).Trim().ToLowerInvariant();
    }

    private static string? Parameter(string contentType, string name)
    {
        for (int from = 0; contentType.IndexOf(name, from, StringComparison.OrdinalIgnoreCase) is var at && at >= 0; from = at + 1)
        {
            string rest = contentType[(at + name.Length)..].TrimStart();
            bool begins = at > 0 && contentType[at - 1] is ';' or ' ' or '\t';
            if (!begins || rest.Length < 2 || rest[0] != '=')
            {
                continue;
            }

            rest = rest[1..].TrimStart();
            if (rest.StartsWith('"'))
            {
                int quote = rest.IndexOf('"', 1);
                return quote < 0 ? rest[1..] : rest[1..quote];
            }

            int end = rest.AsSpan().IndexOfAny(';', ' ', '\t');
            return end < 0 ? rest : rest[..end];
        }

        return null;
    }
}
