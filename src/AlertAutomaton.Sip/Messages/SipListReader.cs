namespace AlertAutomaton.Sip.Messages;

/// <summary>Splits a header value at the commas that stand outside quotes and angle brackets (RFC 3261 §7.3.1).</summary>
internal ref struct SipListReader(ReadOnlySpan<byte> value)
{
    private ReadOnlySpan<byte> _rest = value;
    private bool _finished;

    /// <summary>The element just read, trimmed; an empty element is for the caller to refuse.</summary>
    public ReadOnlySpan<byte> Item { get; private set; }

    public bool Read()
    {
        if (_finished)
        {
            return false;
        }

        var end = EndOfItem(_rest);
        Item = SipCharacters.Trim(_rest[..end]);
        _finished = end == _rest.Length;
        _rest = _finished ? default : _rest[(end + 1)..];
        return true;
    }

    private static int EndOfItem(ReadOnlySpan<byte> text)
    {
        var inBrackets = false;
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAny(",<>\""u8);
            if (next < 0)
            {
                return text.Length;
            }

            i += next;
            switch (text[i])
            {
                case (byte)'"' when !inBrackets:
                    var length = SipCharacters.EndOfQuotedString(text[i..]);
                    if (length < 0)
                    {
                        return text.Length;
                    }

                    i += length;
                    continue;
                case (byte)'<':
                    inBrackets = true;
                    break;
                case (byte)'>':
                    inBrackets = false;
                    break;
                case (byte)',' when !inBrackets:
                    return i;
                default:
                    break;
            }

            i++;
        }

        return text.Length;
    }
}
