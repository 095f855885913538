using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>Header field names in their usual spelling, and the mapping from compact forms (RFC 3261 §7.3.3, §20).</summary>
public static class SipHeaderNames
{
#pragma warning disable CS1591 // Each constant is its own name.
    public const string Accept = "Accept";
    public const string AcceptEncoding = "Accept-Encoding";
    public const string AcceptLanguage = "Accept-Language";
    public const string Alert = "Alert-Info";
    public const string Allow = "Allow";
    public const string AllowEvents = "Allow-Events";
    public const string AuthenticationInfo = "Authentication-Info";
    public const string Authorization = "Authorization";
    public const string CallId = "Call-ID";
    public const string CallInfo = "Call-Info";
    public const string Contact = "Contact";
    public const string ContentDisposition = "Content-Disposition";
    public const string ContentEncoding = "Content-Encoding";
    public const string ContentLanguage = "Content-Language";
    public const string ContentLength = "Content-Length";
    public const string ContentType = "Content-Type";
    public const string CSeq = "CSeq";
    public const string Date = "Date";
    public const string Diversion = "Diversion";
    public const string Event = "Event";
    public const string Expires = "Expires";
    public const string From = "From";
    public const string HistoryInfo = "History-Info";
    public const string Identity = "Identity";
    public const string MaxForwards = "Max-Forwards";
    public const string MimeVersion = "MIME-Version";
    public const string MinExpires = "Min-Expires";
    public const string MinSe = "Min-SE";
    public const string PAssertedIdentity = "P-Asserted-Identity";
    public const string Path = "Path";
    public const string PPreferredIdentity = "P-Preferred-Identity";
    public const string Privacy = "Privacy";
    public const string ProxyAuthenticate = "Proxy-Authenticate";
    public const string ProxyAuthorization = "Proxy-Authorization";
    public const string ProxyRequire = "Proxy-Require";
    public const string RAck = "RAck";
    public const string Reason = "Reason";
    public const string RecordRoute = "Record-Route";
    public const string ReferTo = "Refer-To";
    public const string Replaces = "Replaces";
    public const string Require = "Require";
    public const string RetryAfter = "Retry-After";
    public const string Route = "Route";
    public const string RSeq = "RSeq";
    public const string Server = "Server";
    public const string ServiceRoute = "Service-Route";
    public const string SessionExpires = "Session-Expires";
    public const string SubscriptionState = "Subscription-State";
    public const string Subject = "Subject";
    public const string Supported = "Supported";
    public const string Timestamp = "Timestamp";
    public const string To = "To";
    public const string Unsupported = "Unsupported";
    public const string UserAgent = "User-Agent";
    public const string Via = "Via";
    public const string Warning = "Warning";
    public const string WwwAuthenticate = "WWW-Authenticate";
#pragma warning restore CS1591

    private static readonly string[] All =
    [
        Accept, AcceptEncoding, AcceptLanguage, Alert, Allow, AllowEvents, AuthenticationInfo, Authorization, CallId, CallInfo, Contact,
        ContentDisposition, ContentEncoding, ContentLanguage, ContentLength, ContentType, CSeq, Date, Diversion, Event, Expires, From,
        HistoryInfo, Identity, MaxForwards, MimeVersion, MinExpires, MinSe, PAssertedIdentity, Path, PPreferredIdentity, Privacy,
        ProxyAuthenticate, ProxyAuthorization, ProxyRequire, RAck, Reason, RecordRoute, ReferTo, Replaces, Require, RetryAfter, Route, RSeq,
        Server, ServiceRoute, SessionExpires, SubscriptionState, Subject, Supported, Timestamp, To, Unsupported, UserAgent, Via, Warning,
        WwwAuthenticate,
    ];

    // The IANA registry of compact forms that concern us; the letters of Refer-To (r) and Identity (y) included.
    private static readonly Dictionary<char, string> Compact = new()
    {
        ['c'] = ContentType, ['e'] = ContentEncoding, ['f'] = From, ['i'] = CallId, ['k'] = Supported, ['l'] = ContentLength,
        ['m'] = Contact, ['o'] = Event, ['r'] = ReferTo, ['s'] = Subject, ['t'] = To, ['u'] = AllowEvents, ['v'] = Via,
        ['x'] = SessionExpires, ['y'] = Identity,
    };

    private static readonly string[][] ByLength = GroupByLength();

    /// <summary>The usual spelling of a name whatever its case or compact form; an unknown name is returned as it is.</summary>
    public static string Normalise(string name)
    {
        if (name.Length == 1)
        {
            return Compact.GetValueOrDefault(char.ToLowerInvariant(name[0]), name);
        }

        foreach (var known in Candidates(name.Length))
        {
            if (ReferenceEquals(known, name) || string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        return name;
    }

    internal static string Normalise(ReadOnlySpan<byte> name) => KnownName(name) ?? Encoding.ASCII.GetString(name);

    /// <summary>The shared string of a name that we know, or null.</summary>
    internal static string? KnownName(ReadOnlySpan<byte> name)
    {
        if (name.Length == 1)
        {
            return Compact.GetValueOrDefault(char.ToLowerInvariant((char)name[0]));
        }

        foreach (var known in Candidates(name.Length))
        {
            if (Ascii.EqualsIgnoreCase(name, known))
            {
                return known;
            }
        }

        return null;
    }

    private static string[] Candidates(int length) => length < ByLength.Length ? ByLength[length] : [];

    private static string[][] GroupByLength()
    {
        var groups = new string[All.Max(name => name.Length) + 1][];
        for (var length = 0; length < groups.Length; length++)
        {
            groups[length] = [.. All.Where(name => name.Length == length)];
        }

        return groups;
    }
}
