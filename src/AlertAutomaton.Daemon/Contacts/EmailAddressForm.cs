using System.Text.RegularExpressions;

namespace AlertAutomaton.Daemon.Contacts;

/// <summary>What passes for an e-mail address: enough to catch slips of the pen; whether a mailbox is there only a mail tells.</summary>
internal static partial class EmailAddressForm
{
    // RFC 5321 §4.5.3.1.3: a path of 256 octets, its angle brackets included.
    private const int Longest = 254;

    /// <summary>Whether it can be one.</summary>
    public static bool IsSound(string address) => address.Length <= Longest && Form().IsMatch(address);

    [GeneratedRegex(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
