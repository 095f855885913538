using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>One SIP trunk.</summary>
internal sealed record SipTrunkOptions
{
    /// <summary>Short name, unique, used in logs, reports and environment overrides.</summary>
    public string Name { get; init; } = "";

    /// <summary>Address of the operator's server, for example sip:sip.example.net:5060;transport=udp.</summary>
    public string Uri { get; init; } = "";

    /// <summary>User name for registration and digest; empty when the operator knows this machine by its address.</summary>
    public string Username { get; init; } = "";

    /// <summary>Password for digest; better given by the environment variable ALERTAUTOMATON__Sip__Trunks__0__Password.</summary>
    [Secret]
    public string Password { get; init; } = "";

    /// <summary>Realm that the password is for; empty accepts the realm of the trunk's first challenge from its own host.</summary>
    public string Realm { get; init; } = "";

    /// <summary>True when the operator wants a registration.</summary>
    public bool Register { get; init; }

    /// <summary>Seconds that a registration is asked for.</summary>
    [Range(60, 86_400)]
    public int RegisterSeconds { get; init; } = 600;

    /// <summary>Simultaneous calls that the operator allows.</summary>
    [Range(1, 10_000)]
    public int Channels { get; init; } = 30;

    /// <summary>New calls per second that the operator allows; 0.1 to 1000.</summary>
    [Range(0.1, 1000)]
    public double CallsPerSecond { get; init; } = 1;

    /// <summary>Channels kept free for calls that come in.</summary>
    [Range(0, 9_999)]
    public int ReservedChannels { get; init; }

    /// <summary>Number that residents see, in E.164; the operator must have allotted it.</summary>
    public string CallerId { get; init; } = "";

    /// <summary>Other numbers that this trunk may show, so that a recipient called first over another trunk sees the same number.</summary>
    public IReadOnlyList<string> AlsoPresents { get; init; } = [];

    /// <summary>Codecs in order of preference.</summary>
    [Allowed("PCMA", "PCMU")]
    public IReadOnlyList<string> Codecs { get; init; } = ["PCMA", "PCMU"];

    /// <summary>Beginnings of the numbers that this trunk serves, in E.164; an empty list serves all.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>Trunks with the lowest number are used first; equal numbers share the calls.</summary>
    [Range(1, 100)]
    public int Priority { get; init; } = 1;

    /// <summary>How called numbers are written: E164 (+33...), E164WithoutPlus (33...), InternationalPrefix (0033...) or National (0...).</summary>
    [Allowed("E164", "E164WithoutPlus", "InternationalPrefix", "National")]
    public string NumberForm { get; init; } = "E164";

    /// <summary>Header that carries the caller id beside From.</summary>
    [Allowed("None", "PAssertedIdentity", "PPreferredIdentity")]
    public string CallerIdHeader { get; init; } = "PAssertedIdentity";

    /// <summary>True when From must carry the account's user name and the caller id stands in the identity header only.</summary>
    public bool FromUsername { get; init; }

    /// <summary>Seconds between two liveness questions (OPTIONS); 0 asks none, and only calls judge the trunk.</summary>
    [Range(0, 3600)]
    public int ProbeSeconds { get; init; } = 30;

    /// <summary>Session timer to ask for in seconds (RFC 4028); 0 asks for none.</summary>
    [Range(0, 86_400)]
    public int SessionSeconds { get; init; } = 1800;
}
