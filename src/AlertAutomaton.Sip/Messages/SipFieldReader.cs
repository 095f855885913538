namespace AlertAutomaton.Sip.Messages;

/// <summary>Walks the header fields of a section that ends with CRLF, folded lines included (RFC 3261 §7.3.1); shared by framing and parsing.</summary>
internal ref struct SipFieldReader(ReadOnlySpan<byte> section)
{
    private readonly ReadOnlySpan<byte> _section = section;
    private int _position;

    /// <summary>The name without the white space before the colon; empty when the line has no colon.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Where the trimmed value begins in the section.</summary>
    public int ValueStart { get; private set; }

    /// <summary>The trimmed value; still holds its line ends when <see cref="IsFolded"/>.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    public bool IsFolded { get; private set; }

    public bool Read()
    {
        if (_position >= _section.Length)
        {
            return false;
        }

        var end = EndOfField();
        var field = _section[_position..end];
        var colon = field.IndexOf((byte)':');
        Name = colon < 0 ? default : field[..colon].TrimEnd(" \t"u8);
        var value = field[(colon + 1)..];
        var trimmed = IsFolded ? value.TrimStart(" \t\r\n"u8) : value.TrimStart(" \t"u8);
        ValueStart = end - trimmed.Length;
        Value = IsFolded ? trimmed.TrimEnd(" \t\r\n"u8) : trimmed.TrimEnd(" \t"u8);
        _position = end + 2;
        return true;
    }

    // A field goes on over every line end that is followed by white space.
    private int EndOfField()
    {
        IsFolded = false;
        var end = _position;
        while (true)
        {
            var next = _section[end..].IndexOf("\r\n"u8);
            if (next < 0)
            {
                return _section.Length;
            }

            end += next;
            if (end + 2 >= _section.Length || !SipCharacters.IsLinearSpace(_section[end + 2]))
            {
                return end;
            }

            IsFolded = true;
            end += 2;
        }
    }
}
