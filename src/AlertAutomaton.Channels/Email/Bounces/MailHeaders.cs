namespace AlertAutomaton.Channels.Email.Bounces;

/// <summary>The header fields of a mail, a part or a group of a delivery status (RFC 5322 §2.2), unfolded, bounded in number.</summary>
internal sealed class MailHeaders
{
    private const int MostFields = 500;
    private readonly List<KeyValuePair<string, string>> _fields = [];

    private MailHeaders()
    {
    }

    /// <summary>How many there are.</summary>
    public int Count => _fields.Count;

    /// <summary>The first value of a field; null when there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach ((string field, string value) in _fields)
            {
                if (field.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>Reads fields up to the first empty line.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="position">Where to begin; afterwards, behind the empty line or at the end.</param>
    public static MailHeaders Read(IReadOnlyList<string> lines, ref int position)
    {
        var headers = new MailHeaders();
        string? name = null;
        var value = new System.Text.StringBuilder();
        for (; position < lines.Count && lines[position].Length > 0; position++)
        {
            string line = lines[position];
            if (line[0] is ' ' or '\t')
            {
                value.Append(' ').Append(line.AsSpan().Trim());
                continue;
            }

            headers.Add(name, value);
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            // A line without a colon is no field (the "From " of a mailbox file): it is passed over.
            name = colon > 0 ? line[..colon].Trim() : null;
            value.Clear().Append(line.AsSpan(colon + 1).Trim());
        }

        headers.Add(name, value);
        position++;
        return headers;
    }

    private void Add(string? name, System.Text.StringBuilder value)
    {
        if (name is not null && _fields.Count < MostFields)
        {
            _fields.Add(new(name, value.ToString()));
        }
    }
}
