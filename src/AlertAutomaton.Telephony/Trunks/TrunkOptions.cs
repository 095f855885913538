namespace AlertAutomaton.Telephony.Trunks;

/// <summary>One SIP trunk as an administrator configures it.</summary>
public sealed record TrunkOptions
{
    /// <summary>The trunk's name: 1-32 letters, digits, '-', '_' or '.'; unique.</summary>
    public required string Name { get; init; }

    /// <summary>Where requests go, such as <c>sip:sip.example.net:5060;transport=udp</c>. Also the domain of From, To and the request line.</summary>
    public required string Uri { get; init; }

    /// <summary>The user name for digest authentication and registration; empty when the trunk knows us by address.</summary>
    public string Username { get; init; } = string.Empty;

    /// <summary>The password for digest authentication. Never logged.</summary>
    public string Password { get; init; } = string.Empty;

    /// <summary>The only realm that gets an answer to its challenge; null means the host of <see cref="Uri"/> is trusted with its first realm.</summary>
    public string? Realm { get; init; }

    /// <summary>True when the trunk wants a REGISTER before it takes calls.</summary>
    public bool Register { get; init; }

    /// <summary>How long a registration is asked for.</summary>
    public TimeSpan RegistrationExpires { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Calls that the operator allows at one time, 1-10,000.</summary>
    public int Channels { get; init; } = 30;

    /// <summary>Channels kept free for calls that come in, 0 up to <see cref="Channels"/> less one.</summary>
    public int ReservedChannels { get; init; }

    /// <summary>New calls that the operator allows in a second, 0.05-1,000.</summary>
    public double CallsPerSecond { get; init; } = 1;

    /// <summary>The number shown to residents, E.164 with '+'.</summary>
    public string CallerId { get; init; } = string.Empty;

    /// <summary>Other caller ids that this trunk may show, so that a recipient called first over another trunk sees the same number.</summary>
    public IReadOnlyList<string> AlsoPresents { get; init; } = [];

    /// <summary>Codecs offered, in order of preference: PCMA, PCMU.</summary>
    public IReadOnlyList<string> Codecs { get; init; } = ["PCMA", "PCMU"];

    /// <summary>Prefixes of numbers that the trunk serves, E.164 with '+'; empty means all.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>Order among trunks that serve one number; 1 is used first, and the next when it is full.</summary>
    public int Priority { get; init; } = 1;

    /// <summary>
    /// Addresses and networks (such as 192.0.2.0/24) from which the operator sends calls, beside those that <see cref="Uri"/> leads to. Everybody
    /// else gets silence.
    /// </summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>How numbers are written in the request line and To.</summary>
    public NumberForm NumberForm { get; init; } = NumberForm.E164;

    /// <summary>The country code that <see cref="NumberForm.National"/> strips, such as "33".</summary>
    public string CountryCode { get; init; } = "33";

    /// <summary>Where the caller id is put beside From (RFC 3325).</summary>
    public CallerIdHeader CallerIdHeader { get; init; } = CallerIdHeader.PAssertedIdentity;

    /// <summary>True when From carries the account's user name and the caller id stands in the identity header only.</summary>
    public bool FromUsername { get; init; }

    /// <summary>Time between two OPTIONS; zero means the trunk is not probed and only calls judge it.</summary>
    public TimeSpan ProbeInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Failed probes or calls in a row after which the trunk counts as down.</summary>
    public int FailuresToGoDown { get; init; } = 3;

    /// <summary>Answered probes in a row after which it counts as up again.</summary>
    public int SuccessesToComeBack { get; init; } = 1;

    /// <summary>The session timer asked for (RFC 4028), or null for none. At least 90 s.</summary>
    public TimeSpan? SessionExpires { get; init; } = TimeSpan.FromMinutes(30);
}
