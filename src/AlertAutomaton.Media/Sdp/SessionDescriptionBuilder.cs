namespace AlertAutomaton.Media.Sdp;

/// <summary>Collects the lines of one description while it is read.</summary>
internal sealed class SessionDescriptionBuilder
{
    private readonly List<SdpAttribute> _attributes = [];
    private readonly List<SdpLine> _others = [];
    private readonly List<SdpMedia> _media = [];
    private readonly List<SdpAttribute> _mediaAttributes = [];
    private readonly List<SdpLine> _mediaOthers = [];
    private bool _versionSeen;
    private SdpOrigin? _origin;
    private string? _name;
    private string? _timing;
    private SdpConnection? _connection;
    private SdpConnection? _mediaConnection;
    private SdpMedia? _current;

    public bool TryAdd(char type, string value)
    {
        // §5.1: the version comes first, and there is only one.
        if (!_versionSeen)
            return _versionSeen = type == 'v' && value is "0";
        switch (type)
        {
            case 'v':
                return false;
            case 'o' when _current is null:
                return _origin is null && SdpOrigin.TryParse(value, out _origin);
            case 's' when _current is null && _name is null:
                _name = value.Length == 0 ? "-" : value;
                return true;
            case 't' when _current is null && _timing is null:
                _timing = value;
                return true;
            case 'c':
                return TryAddConnection(value);
            case 'a':
                (_current is null ? _attributes : _mediaAttributes).Add(SdpAttribute.Parse(value));
                return true;
            case 'm':
                CloseMedia();
                return _media.Count < SdpLimits.Media && SdpMedia.TryParse(value, out _current);
            default:
                (_current is null ? _others : _mediaOthers).Add(new SdpLine(type, value));
                return char.IsAsciiLetterLower(type);
        }
    }

    public SessionDescription? Build()
    {
        CloseMedia();
        return _origin is null
            ? null
            : new SessionDescription
            {
                Origin = _origin,
                Name = _name ?? "-",
                Timing = _timing ?? "0 0",
                Connection = _connection,
                Attributes = _attributes,
                OtherLines = _others,
                Media = _media,
            };
    }

    // Several c= lines mean multicast layers (§5.7); the first one is enough for a call.
    private bool TryAddConnection(string value)
    {
        if (!SdpConnection.TryParse(value, out var connection))
            return false;
        if (_current is null)
            _connection ??= connection;
        else
            _mediaConnection ??= connection;
        return true;
    }

    private void CloseMedia()
    {
        if (_current is null)
            return;
        _media.Add(_current with { Connection = _mediaConnection, Attributes = [.. _mediaAttributes], OtherLines = [.. _mediaOthers] });
        _mediaConnection = null;
        _mediaAttributes.Clear();
        _mediaOthers.Clear();
        _current = null;
    }
}
