using System.Text.RegularExpressions;

namespace AlertAutomaton.Channels.Email;

/// <summary>Reports every fault of the mail configuration at once, in the words of its options.</summary>
public static partial class EmailOptionsValidator
{
    private const int ImplicitTlsPort = 465;

    /// <summary>Checks.</summary>
    /// <param name="options">What was configured.</param>
    /// <returns>One sentence per fault, beginning with the option; empty when all is well.</returns>
    public static IReadOnlyList<string> Validate(EmailChannelOptions options)
    {
        var faults = new List<string>();
        CheckAddress(faults, "From", options.From);
        CheckAddress(faults, "ReplyTo", options.ReplyTo);
        CheckAddress(faults, "BounceAddress", options.BounceAddress);
        Check(faults, options.FromName is { Length: > 0 and <= 100 } name && !name.Any(char.IsControl), "FromName: 1 to 100 characters on one line.");
        Check(faults, options.LinkBase is null or { IsAbsoluteUri: true, Scheme: "https" or "http", Query: "", Fragment: "" }, "LinkBase: an http or https address without query.");
        Check(faults, options.MessageIdDomain is null || Domain().IsMatch(options.MessageIdDomain), "MessageIdDomain: a domain name.");
        Check(faults, options.Relays.Count > 0, "Relays: one at least.");
        Check(faults, options.Relays.DistinctBy(relay => relay.Name, StringComparer.OrdinalIgnoreCase).Count() == options.Relays.Count, "Relays: each needs a name of its own.");
        for (int index = 0; index < options.Relays.Count; index++)
        {
            CheckRelay(faults, $"Relays:{index}:", options.Relays[index]);
        }

        return faults;
    }

    private static void CheckRelay(List<string> faults, string at, MailRelayOptions relay)
    {
        Check(faults, relay.Name is { Length: > 0 and <= 40 } && relay.Name.All(mark => char.IsAsciiLetterOrDigit(mark) || mark is '.' or '-'), at + "Name: 1 to 40 letters, digits, dots or hyphens.");
        Check(faults, relay.Host is { Length: > 0 and <= 253 } && Uri.CheckHostName(relay.Host) != UriHostNameType.Unknown, at + "Host: a host name or an address.");
        Check(faults, relay.Port is > 0 and <= 65535, at + "Port: 1 to 65535.");
        Check(faults, relay.Port != ImplicitTlsPort, at + "Port: TLS from the first byte (465) is not served; use 587 with STARTTLS.");
        Check(faults, !relay.LogsIn || !string.IsNullOrEmpty(relay.Password), at + "Password: missing beside User.");
        Check(faults, !relay.LogsIn || relay.Security != MailRelaySecurity.None || IsLoopback(relay.Host), at + "Security: a password only goes over StartTls, or to this machine.");
        Check(faults, relay.Connections is >= 1 and <= 100, at + "Connections: 1 to 100.");
        Check(faults, relay.MailsPerSecond is > 0 and <= 1000, at + "MailsPerSecond: over 0, up to 1000.");
        Check(faults, relay.TimeOut >= TimeSpan.FromSeconds(5) && relay.TimeOut <= TimeSpan.FromMinutes(10), at + "TimeOut: 5 seconds to 10 minutes.");
        Check(faults, relay.KeepOpen >= TimeSpan.Zero && relay.KeepOpen <= TimeSpan.FromMinutes(5), at + "KeepOpen: 0 to 5 minutes.");
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));

    private static void CheckAddress(List<string> faults, string option, string? address) =>
        Check(faults, address is null || EmailAddress.TryParse(address, out _), option + ": not a mail address.");

    private static void Check(List<string> faults, bool well, string fault)
    {
        if (!well)
        {
            faults.Add(fault);
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\.[A-Za-z0-9]([A-Za-z0-9-]{0,62}))*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Domain();
}
