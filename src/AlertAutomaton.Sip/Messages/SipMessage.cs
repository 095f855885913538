using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>
/// A SIP request or response (RFC 3261 §7): ordered headers, body, and typed views that are read from the headers when first asked for.
/// A typed view is null when the field is absent or does not follow the grammar. Not safe for concurrent change.
/// </summary>
public abstract class SipMessage
{
    private readonly SipHeaders _headers;
    private int _version;
    private IReadOnlyList<ViaHeader>? _vias;
    private ViaHeader? _topVia;
    private NameAddress? _from;
    private NameAddress? _to;
    private string? _callId;
    private CSeqHeader? _cseq;
    private IReadOnlyList<NameAddress>? _contacts;
    private IReadOnlyList<NameAddress>? _routes;
    private IReadOnlyList<NameAddress>? _recordRoutes;

    private protected SipMessage(SipHeaders headers, ReadOnlyMemory<byte> body)
    {
        _headers = headers;
        Body = body;
        _version = headers.Version;
    }

    /// <summary>The header fields.</summary>
    public SipHeaders Headers => _headers;

    /// <summary>The body; Content-Length is written from it.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>The first Via; setting replaces that value and keeps those below it.</summary>
    public ViaHeader? TopVia
    {
        get => Fresh(ref _topVia) ?? (_topVia = ParseTopVia());
        set => ReplaceTopVia(value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>All Via values, top first; empty when one is malformed.</summary>
    public IReadOnlyList<ViaHeader> Vias => Fresh(ref _vias) ?? (_vias = ParseVias());

    /// <summary>From.</summary>
    public NameAddress? From
    {
        get => Fresh(ref _from) ?? (_from = ParseAddress(SipHeaderNames.From));
        set => SetOrRemove(SipHeaderNames.From, value?.ToString());
    }

    /// <summary>To.</summary>
    public NameAddress? To
    {
        get => Fresh(ref _to) ?? (_to = ParseAddress(SipHeaderNames.To));
        set => SetOrRemove(SipHeaderNames.To, value?.ToString());
    }

    /// <summary>Call-ID.</summary>
    public string? CallId
    {
        get => Fresh(ref _callId) ?? (_callId = _headers.GetFirst(SipHeaderNames.CallId));
        set => SetOrRemove(SipHeaderNames.CallId, value);
    }

    /// <summary>CSeq.</summary>
    public CSeqHeader? CSeq
    {
        get
        {
            ForgetWhenChanged();
            return _cseq ??= ParseCSeq();
        }

        set => SetOrRemove(SipHeaderNames.CSeq, value?.ToString());
    }

    /// <summary>All Contact values; empty when absent, malformed or "*".</summary>
    public IReadOnlyList<NameAddress> Contacts => Fresh(ref _contacts) ?? (_contacts = ParseAddresses(SipHeaderNames.Contact));

    /// <summary>Whether Contact is "*" (RFC 3261 §10.2.2).</summary>
    public bool HasWildcardContact => string.Equals(_headers.GetFirst(SipHeaderNames.Contact), "*", StringComparison.Ordinal);

    /// <summary>All Route values in order.</summary>
    public IReadOnlyList<NameAddress> Routes => Fresh(ref _routes) ?? (_routes = ParseAddresses(SipHeaderNames.Route));

    /// <summary>All Record-Route values in order.</summary>
    public IReadOnlyList<NameAddress> RecordRoutes => Fresh(ref _recordRoutes) ?? (_recordRoutes = ParseAddresses(SipHeaderNames.RecordRoute));

    /// <summary>Max-Forwards, 0 to 255.</summary>
    public int? MaxForwards
    {
        get => Number(SipHeaderNames.MaxForwards) is { } value and <= 255 ? (int)value : null;
        set => SetOrRemove(SipHeaderNames.MaxForwards, value is { } number ? SipNumbers.Write((ulong)number) : null);
    }

    /// <summary>Expires, in seconds.</summary>
    public uint? Expires
    {
        get => Number(SipHeaderNames.Expires);
        set => SetOrRemove(SipHeaderNames.Expires, value is { } number ? SipNumbers.Write(number) : null);
    }

    /// <summary>Min-Expires, in seconds (§20.23).</summary>
    public uint? MinExpires => Number(SipHeaderNames.MinExpires);

    /// <summary>RSeq of a reliable provisional response (RFC 3262 §7.1).</summary>
    public uint? RSeq => Number(SipHeaderNames.RSeq);

    /// <summary>RAck of a PRACK.</summary>
    public RAckHeader? RAck
    {
        get => RAckHeader.TryParse(FirstValue(SipHeaderNames.RAck), out var header) ? header : null;
        set => SetOrRemove(SipHeaderNames.RAck, value?.ToString());
    }

    /// <summary>Session-Expires (RFC 4028).</summary>
    public SessionExpiresHeader? SessionExpires
    {
        get => SessionExpiresHeader.TryParse(FirstValue(SipHeaderNames.SessionExpires), out var header) ? header : null;
        set => SetOrRemove(SipHeaderNames.SessionExpires, value?.ToString());
    }

    /// <summary>Min-SE in seconds (RFC 4028 §5); its parameters mean nothing to us.</summary>
    public uint? MinSessionExpires
    {
        get => SessionExpiresHeader.TryParse(FirstValue(SipHeaderNames.MinSe), out var header) ? header.Seconds : null;
        set => SetOrRemove(SipHeaderNames.MinSe, value is { } number ? SipNumbers.Write(number) : null);
    }

    /// <summary>Retry-After, uncapped.</summary>
    public RetryAfterHeader? RetryAfter => RetryAfterHeader.TryParse(FirstValue(SipHeaderNames.RetryAfter), out var header) ? header : null;

    /// <summary>The Reason values that follow the grammar (RFC 3326); a malformed one is skipped, for it is only a hint.</summary>
    public IReadOnlyList<ReasonHeader> Reasons
    {
        get
        {
            var list = new List<ReasonHeader>();
            for (var i = _headers.IndexOf(SipHeaderNames.Reason); i >= 0; i = _headers.IndexOf(SipHeaderNames.Reason, i + 1))
            {
                var reader = new SipListReader(_headers.ValueAt(i));
                while (reader.Read())
                {
                    if (ReasonHeader.TryParse(reader.Item, out var reason))
                    {
                        list.Add(reason!);
                    }
                }
            }

            return list;
        }
    }

    /// <summary>Content-Type, or null when absent or malformed.</summary>
    public MediaTypeHeader? MediaType => MediaTypeHeader.TryParse(FirstValue(SipHeaderNames.ContentType), out var header) ? header : null;

    /// <summary>Content-Type as text with its parameters, or null.</summary>
    public string? ContentType
    {
        get => _headers.GetFirst(SipHeaderNames.ContentType);
        set => SetOrRemove(SipHeaderNames.ContentType, value);
    }

    /// <summary>Sets body and Content-Type together.</summary>
    public void SetBody(string contentType, ReadOnlyMemory<byte> body)
    {
        ContentType = contentType;
        Body = body;
    }

    /// <summary>All addresses of a header such as P-Asserted-Identity, Path or Service-Route; empty when absent or malformed.</summary>
    public IReadOnlyList<NameAddress> Addresses(string headerName) => ParseAddresses(headerName);

    /// <summary>Whether an option tag stands in Supported, Require or the like, compared without case.</summary>
    public bool HasOption(string headerName, string optionTag) =>
        _headers.GetList(headerName).Contains(optionTag, StringComparer.OrdinalIgnoreCase);

    /// <summary>The wire form as text, for traces and tests.</summary>
    public override string ToString()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
        SipMessageWriter.Write(this, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private T? Fresh<T>(ref T? cached)
        where T : class
    {
        ForgetWhenChanged();
        return cached;
    }

    private void ForgetWhenChanged()
    {
        if (_version == _headers.Version)
        {
            return;
        }

        _version = _headers.Version;
        (_vias, _topVia, _from, _to, _callId, _cseq) = (null, null, null, null, null, null);
        (_contacts, _routes, _recordRoutes) = (null, null, null);
    }

    private void SetOrRemove(string name, string? value)
    {
        if (value is null)
        {
            _headers.Remove(name);
        }
        else
        {
            _headers.Set(name, value);
        }
    }

    private uint? Number(string name)
    {
        var index = _headers.IndexOf(name);
        return index >= 0 && SipCharacters.TryParseNumber(_headers.ValueAt(index), uint.MaxValue, out var number) ? (uint)number : null;
    }

    private ReadOnlySpan<byte> FirstValue(string name) => _headers.IndexOf(name) is var index and >= 0 ? _headers.ValueAt(index) : default;

    private CSeqHeader? ParseCSeq()
    {
        var index = _headers.IndexOf(SipHeaderNames.CSeq);
        return index >= 0 && CSeqHeader.TryParse(_headers.ValueAt(index), out var header) ? header : null;
    }

    private NameAddress? ParseAddress(string name)
    {
        var index = _headers.IndexOf(name);
        return index >= 0 && NameAddress.TryParse(_headers.ValueAt(index), out var address) ? address : null;
    }

    private List<NameAddress> ParseAddresses(string name)
    {
        var list = new List<NameAddress>(1);
        for (var i = _headers.IndexOf(name); i >= 0; i = _headers.IndexOf(name, i + 1))
        {
            var reader = new SipListReader(_headers.ValueAt(i));
            while (reader.Read())
            {
                if (!NameAddress.TryParse(reader.Item, out var address))
                {
                    return [];
                }

                list.Add(address!);
            }
        }

        return list;
    }

    private ViaHeader? ParseTopVia()
    {
        var index = _headers.IndexOf(SipHeaderNames.Via);
        if (index < 0)
        {
            return null;
        }

        var reader = new SipListReader(_headers.ValueAt(index));
        return reader.Read() && ViaHeader.TryParse(reader.Item, out var via) ? via : null;
    }

    private List<ViaHeader> ParseVias()
    {
        var list = new List<ViaHeader>(2);
        for (var i = _headers.IndexOf(SipHeaderNames.Via); i >= 0; i = _headers.IndexOf(SipHeaderNames.Via, i + 1))
        {
            var reader = new SipListReader(_headers.ValueAt(i));
            while (reader.Read())
            {
                if (!ViaHeader.TryParse(reader.Item, out var via))
                {
                    return [];
                }

                list.Add(via!);
            }
        }

        return list;
    }

    private void ReplaceTopVia(ViaHeader via)
    {
        var index = _headers.IndexOf(SipHeaderNames.Via);
        if (index < 0)
        {
            _headers.Prepend(SipHeaderNames.Via, via.ToString());
            return;
        }

        var value = _headers.ValueAt(index);
        var reader = new SipListReader(value);
        var others = new StringBuilder(via.ToString());
        reader.Read();
        while (reader.Read())
        {
            others.Append(", ").Append(Encoding.UTF8.GetString(reader.Item));
        }

        _headers.SetFirst(SipHeaderNames.Via, others.ToString());
    }
}
