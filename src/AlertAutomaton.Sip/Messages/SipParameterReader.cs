using System.Buffers;

namespace AlertAutomaton.Sip.Messages;

/// <summary>Walks <c>;name=value;flag</c> without allocating; used by validation and by <see cref="SipParameters"/>.</summary>
internal ref struct SipParameterReader(ReadOnlySpan<byte> text, bool inUri)
{
    private static readonly SearchValues<byte> ValueEnds = SearchValues.Create("; \t\",<>"u8);

    private ReadOnlySpan<byte> _rest = text;

    /// <summary>Whether what was read so far breaks the grammar; reading stops there.</summary>
    public bool Failed { get; private set; }

    public ReadOnlySpan<byte> Name { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public bool HasValue { get; private set; }

    public bool Read()
    {
        _rest = inUri ? _rest : SipCharacters.TrimStart(_rest);
        if (_rest.IsEmpty)
        {
            return false;
        }

        if (_rest[0] != ';')
        {
            return Fail();
        }

        return inUri ? ReadUriParameter() : ReadHeaderParameter();
    }

    // uri-parameter: pname [ "=" pvalue ], no white space, %HH escapes (§19.1.1).
    private bool ReadUriParameter()
    {
        _rest = _rest[1..];
        var end = _rest.IndexOf((byte)';');
        var item = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? default : _rest[end..];
        var equal = item.IndexOf((byte)'=');
        HasValue = equal >= 0;
        Name = HasValue ? item[..equal] : item;
        Value = HasValue ? item[(equal + 1)..] : default;
        return (!Name.IsEmpty && SipCharacters.IsUriParameterText(Name) && SipCharacters.IsUriParameterText(Value)) || Fail();
    }

    // generic-param: token [ EQUAL gen-value ] with white space around SEMI and EQUAL.
    private bool ReadHeaderParameter()
    {
        _rest = SipCharacters.TrimStart(_rest[1..]);
        var end = _rest.IndexOfAny(";="u8);
        Name = SipCharacters.Trim(end < 0 ? _rest : _rest[..end]);
        HasValue = end >= 0 && _rest[end] == '=';
        Value = default;
        if (!SipCharacters.IsToken(Name))
        {
            return Fail();
        }

        _rest = end < 0 ? default : _rest[end..];
        return !HasValue || ReadHeaderValue();
    }

    private bool ReadHeaderValue()
    {
        _rest = SipCharacters.TrimStart(_rest[1..]);
        int length;
        if (!_rest.IsEmpty && _rest[0] == '"')
        {
            length = SipCharacters.EndOfQuotedString(_rest);
            if (length < 0)
            {
                return Fail();
            }
        }
        else
        {
            // Wider than token / host on purpose: bare IPv6 in received= (RFC 5118 §4.5) and other text without separators.
            length = _rest.IndexOfAny(ValueEnds);
            length = length < 0 ? _rest.Length : length;
        }

        Value = _rest[..length];
        _rest = SipCharacters.TrimStart(_rest[length..]);
        return _rest.IsEmpty || _rest[0] == ';' || Fail();
    }

    private bool Fail()
    {
        Failed = true;
        return false;
    }
}
