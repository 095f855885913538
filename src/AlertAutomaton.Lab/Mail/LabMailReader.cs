using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace AlertAutomaton.Lab.Mail;

/// <summary>Reads a received mail as a resident's mail program would. Written apart from the product, so that both would have to be wrong in the same way.</summary>
internal static partial class LabMailReader
{
    private const int Deepest = 5;

    public static (IReadOnlyList<KeyValuePair<string, string>> Headers, string Text, string Html, IReadOnlyList<Uri> Links) Read(byte[] raw)
    {
        (List<KeyValuePair<string, string>> headers, string body) = Split(Encoding.UTF8.GetString(raw));
        string text = "";
        string html = "";
        Walk(headers, body, 0, ref text, ref html);
        Uri[] links = [.. Link().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["link"].Value)).Where(link => Uri.IsWellFormedUriString(link, UriKind.Absolute)).Select(link => new Uri(link))];
        return ([.. headers.Select(header => new KeyValuePair<string, string>(header.Key, Words(header.Value)))], text, html, links);
    }

    private static void Walk(List<KeyValuePair<string, string>> headers, string body, int depth, ref string text, ref string html)
    {
        string type = Value(headers, "Content-Type") ?? "text/plain";
        if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && Boundary().Match(type) is { Success: true } boundary && depth < Deepest)
        {
            string[] parts = ("\r\n" + body).Split("\r\n--" + boundary.Groups["boundary"].Value);
            foreach (string part in parts.Skip(1).TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal)))
            {
                (List<KeyValuePair<string, string>> inner, string content) = Split(part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
                Walk(inner, content, depth + 1, ref text, ref html);
            }

            return;
        }

        string decoded = Decode(body, Value(headers, "Content-Transfer-Encoding"));
        if (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
        {
            html = decoded;
        }
        else if (type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
        {
            text = decoded;
        }
    }

    private static (List<KeyValuePair<string, string>> Headers, string Body) Split(string entity)
    {
        var headers = new List<KeyValuePair<string, string>>();
        bool bare = entity.StartsWith("\r\n", StringComparison.Ordinal);
        int end = bare ? 0 : entity.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string head = end < 0 ? entity : entity[..end];
        string unfolded = Fold().Replace(head, " ");
        foreach (string line in unfolded.Split("\r\n"))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
            }
        }

        return (headers, end < 0 ? "" : entity[(end + (bare ? 2 : 4))..]);
    }

    private static string? Value(List<KeyValuePair<string, string>> headers, string name) =>
        headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();

    private static string Decode(string body, string? encoding)
    {
        if (string.Equals(encoding, "base64", StringComparison.OrdinalIgnoreCase))
        {
            byte[] bytes = new byte[body.Length];
            return Convert.TryFromBase64String(body.Trim(), bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : body;
        }

        return string.Equals(encoding, "quoted-printable", StringComparison.OrdinalIgnoreCase) ? Quoted(SoftEnd().Replace(body, "")) : body;
    }

    private static string Quoted(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '=' && at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                bytes.Add(value);
                at += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, at, 1));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Words(string value) =>
        EncodedWord().Replace(BetweenWords().Replace(value, "${end}"), match => match.Groups["way"].Value is "B" or "b"
            ? Decode(match.Groups["text"].Value, "base64")
            : Quoted(match.Groups["text"].Value.Replace('_', ' ')));

    [GeneratedRegex("<a\\s[^>]*href=\"(?<link>[^\"]*)\"", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("boundary=\"?(?<boundary>[^\";\\s]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex("\r\n[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex Fold();

    [GeneratedRegex("=[ \t]*\r\n", RegexOptions.None, 1000)]
    private static partial Regex SoftEnd();

    [GeneratedRegex(@"(?<end>\?=)\s+(?==\?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?(?<way>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EncodedWord();
}
