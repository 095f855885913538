using System.Globalization;
using System.Net;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;
using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Telephony;

/// <summary>Checks the options, all of them at once, and turns them into what the stacks below want. Pure.</summary>
public static class TelephonyOptionsReader
{
    private const int MostChannels = 10_000;
    private const int MostTrunks = 64;
    private const double LowestPace = 0.05;
    private const double HighestPace = 1000;

    /// <summary>Everything that is wrong, each as one sentence that names the option; empty when all is well.</summary>
    public static IReadOnlyList<string> Problems(TelephonyOptions options)
    {
        var problems = new List<string>();
        if (options.Listen.Count == 0)
        {
            problems.Add("Listen: at least one address is needed, such as udp:0.0.0.0:5060.");
        }

        problems.AddRange(options.Listen.Where(text => !SipListenEndPoint.TryParse(text, out _))
            .Select(text => $"Listen: '{text}' is not of the form udp:0.0.0.0:5060."));
        if (options.FirstRtpPort is < 1024 or > 65534 || options.LastRtpPort > 65535 || options.LastRtpPort <= options.FirstRtpPort)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture, $"RtpPorts: {options.FirstRtpPort}-{options.LastRtpPort} is not a range of ports between 1024 and 65535."));
        }

        if (options.Trunks.Count > MostTrunks)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Trunks: at most {MostTrunks} are kept."));
        }

        problems.AddRange(options.Trunks.GroupBy(trunk => trunk.Name, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => $"Trunks: the name '{group.Key}' is used twice."));
        foreach (TrunkOptions trunk in options.Trunks)
        {
            problems.AddRange(TrunkProblems(trunk).Select(problem => $"Trunk '{trunk.Name}': {problem}"));
        }

        return problems;
    }

    internal static SipUserAgentOptions ForSignalling(TelephonyOptions options) => new()
    {
        Listen = [.. options.Listen.Select(ReadListen)],
        AdvertisedHost = options.PublicAddress,
    };

    internal static MediaEngineOptions ForSound(TelephonyOptions options) => new()
    {
        BindAddress = ReadListen(options.Listen[0]).EndPoint.Address,
        AdvertisedAddress = IPAddress.TryParse(options.PublicAddress, out IPAddress? address) ? address : null,
        FirstPort = options.FirstRtpPort,
        LastPort = options.LastRtpPort,
    };

    private static SipListenEndPoint ReadListen(string text) =>
        SipListenEndPoint.TryParse(text, out SipListenEndPoint? listen) ? listen! : throw new ArgumentException($"'{text}' is not an address to listen on.", nameof(text));

    private static IEnumerable<string> TrunkProblems(TrunkOptions trunk)
    {
        if (trunk.Name.Length is 0 or > 32 || !trunk.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'))
        {
            yield return "the name needs 1 to 32 letters, digits, '-', '_' or '.'.";
        }

        if (!TrunkAddress.TryRead(trunk, out _))
        {
            yield return $"'{trunk.Uri}' is not a SIP address such as sip:sip.example.net:5060;transport=udp.";
        }

        if (trunk.Channels is < 1 or > MostChannels)
        {
            yield return $"Channels must lie between 1 and {MostChannels}.";
        }

        if (trunk.ReservedChannels < 0 || trunk.ReservedChannels >= trunk.Channels)
        {
            yield return "ReservedChannels must be less than Channels.";
        }

        if (!(trunk.CallsPerSecond >= LowestPace && trunk.CallsPerSecond <= HighestPace))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"CallsPerSecond must lie between {LowestPace} and {HighestPace}.");
        }

        foreach (string codec in trunk.Codecs.Where(codec => codec.ToUpperInvariant() is not ("PCMA" or "PCMU")))
        {
            yield return $"'{codec}' is no codec that is spoken here; PCMA and PCMU are.";
        }

        if (trunk.Codecs.Count == 0)
        {
            yield return "Codecs must name at least one of PCMA and PCMU.";
        }

        if (trunk.Register && trunk.Username.Length == 0)
        {
            yield return "Register needs a Username.";
        }

        foreach (string number in trunk.AlsoPresents.Append(trunk.CallerId).Concat(trunk.Prefixes).Where(number => number.Length > 0 && !IsE164(number)))
        {
            yield return $"'{number}' must be written as +33162000000.";
        }

        foreach (string source in trunk.Sources.Where(source => !TrunkAddress.TryReadNetwork(source, out _)))
        {
            yield return $"'{source}' is neither an address nor a network such as 192.0.2.0/24.";
        }

        if (trunk.SessionExpires is { } expires && expires < TimeSpan.FromSeconds(90))
        {
            yield return "SessionExpires must be at least 90 s (RFC 4028).";
        }

        if (trunk.FailuresToGoDown < 1 || trunk.SuccessesToComeBack < 1)
        {
            yield return "FailuresToGoDown and SuccessesToComeBack must be at least 1.";
        }
    }

    private static bool IsE164(string number) => number.Length is > 1 and <= 16 && number[0] == '+' && number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
