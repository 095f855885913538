using System.Text;

namespace AlertAutomaton.Faults.Witness;

/// <summary>
/// As much SIP as a witness needs, on purpose written without the product's stack, so that a mistake there is not repeated here.
/// </summary>
internal sealed class SipText
{
    private readonly List<(string Name, string Value)> _headers = [];

    private SipText(string startLine, string body)
    {
        StartLine = startLine;
        Body = body;
    }

    public string StartLine { get; }

    public string Body { get; }

    public string Method => StartLine.Split(' ')[0];

    public string this[string name] => _headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    /// <summary>The user part of the request address: the number that was called.</summary>
    public string CalledUser
    {
        get
        {
            string uri = StartLine.Split(' ')[1];
            int at = uri.IndexOf('@', StringComparison.Ordinal);
            int colon = uri.IndexOf(':', StringComparison.Ordinal);
            return at < 0 ? "" : uri[(colon + 1)..at].Split(';')[0];
        }
    }

    public string Branch
    {
        get
        {
            string via = this["Via"];
            int start = via.IndexOf("branch=", StringComparison.OrdinalIgnoreCase);
            return start < 0 ? via : via[(start + 7)..].Split(';', ',')[0];
        }
    }

    public static SipText? Parse(ReadOnlySpan<byte> datagram)
    {
        string text = Encoding.UTF8.GetString(datagram);
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        string[] lines = text[..end].Split("\r\n");
        var message = new SipText(lines[0], text[(end + 4)..]);
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                message._headers.Add((Long(line[..colon].Trim()), line[(colon + 1)..].Trim()));
            }
        }

        return message;
    }

    /// <summary>A response with the headers that RFC 3261 §8.2.6.2 wants copied.</summary>
    public byte[] Response(int status, string reason, string toTag, string? contact = null, string? sdp = null)
    {
        var text = new StringBuilder().Append("SIP/2.0 ").Append(status).Append(' ').Append(reason).Append("\r\n");
        foreach ((string name, string value) in _headers)
        {
            if (name is "Via" or "From" or "Call-ID" or "CSeq" or "Record-Route")
            {
                text.Append(name).Append(": ").Append(value).Append("\r\n");
            }
            else if (name == "To")
            {
                text.Append("To: ").Append(value);
                text.Append(value.Contains("tag=", StringComparison.Ordinal) || status == 100 ? "\r\n" : $";tag={toTag}\r\n");
            }
        }

        if (contact is not null)
        {
            text.Append("Contact: <").Append(contact).Append(">\r\n");
        }

        if (sdp is not null)
        {
            text.Append("Content-Type: application/sdp\r\n");
        }

        text.Append("Content-Length: ").Append(sdp?.Length ?? 0).Append("\r\n\r\n").Append(sdp);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Long(string name) => name.ToLowerInvariant() switch
    {
        "v" or "via" => "Via",
        "f" or "from" => "From",
        "t" or "to" => "To",
        "i" or "call-id" => "Call-ID",
        "m" or "contact" => "Contact",
        "cseq" => "CSeq",
        "record-route" => "Record-Route",
        _ => name,
    };
}
