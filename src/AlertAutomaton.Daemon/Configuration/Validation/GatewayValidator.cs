using System.Text.RegularExpressions;
using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks each SMPP gateway: name, address, account, sender, prefixes.</summary>
internal sealed partial class GatewayValidator : IAspectValidator
{
    // SMPP 3.4 §5.2.1 and §5.2.2: 16 and 9 octets with their closing zero; gateways have long taken longer passwords.
    private const int LongestSystemId = 15;
    private const int LongestPassword = 63;

    public void Validate(DaemonOptions options, ValidationReport report)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < options.Smpp.Gateways.Count; i++)
        {
            var path = $"Smpp.Gateways[{i}]";
            var gateway = options.Smpp.Gateways[i];
            Check(NameForm().IsMatch(gateway.Name), "gateway-name", "Name", gateway.Name);
            Check(names.Add(gateway.Name), "gateway-name-twice", "Name", gateway.Name);
            Check(Uri.CheckHostName(gateway.Host) != UriHostNameType.Unknown, "gateway-host", "Host", gateway.Host);
            Check(gateway.SystemId.Length is >= 1 and <= LongestSystemId, "gateway-system-id", "SystemId", LongestSystemId);
            Check(gateway.Password.Length <= LongestPassword, "gateway-password", "Password", LongestPassword);
            Check(SenderForm().IsMatch(gateway.Sender), "gateway-sender", "Sender", gateway.Sender);
            if (gateway.TakesReplies && SenderForm().IsMatch(gateway.Sender) && gateway.Sender.Any(char.IsAsciiLetter))
            {
                report.Warning("gateway-deaf", $"{path}.TakesReplies", gateway.Sender);
            }

            for (var j = 0; j < gateway.Prefixes.Count; j++)
            {
                Check(PrefixForm().IsMatch(gateway.Prefixes[j]), "prefix-malformed", $"Prefixes[{j}]", gateway.Prefixes[j]);
            }

            Check(gateway.TlsAuthorities.Length == 0 || File.Exists(gateway.TlsAuthorities), "gateway-authorities", "TlsAuthorities", gateway.TlsAuthorities);

            void Check(bool sound, string code, string at, params IReadOnlyList<object> arguments)
            {
                if (!sound)
                {
                    report.Error(code, $"{path}.{at}", arguments);
                }
            }
        }
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,32}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();

    // Eleven characters of the GSM alphabet (3GPP TS 23.040 §9.1.2.5), a short code, or a number.
    [GeneratedRegex("^([A-Za-z0-9][A-Za-z0-9 .&-]{0,10}|[0-9]{3,8}|\\+[1-9][0-9]{4,14})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SenderForm();

    [GeneratedRegex("^\\+[1-9][0-9]{0,14}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrefixForm();
}
