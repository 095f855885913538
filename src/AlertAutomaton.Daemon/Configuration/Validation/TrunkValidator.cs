using System.Text.RegularExpressions;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks each trunk: name, address, account, limits, codecs, prefixes and caller ids.</summary>
internal sealed partial class TrunkValidator : IAspectValidator
{
    public void Validate(DaemonOptions options, ValidationReport report)
    {
        var trunks = options.Sip.Trunks;
        if (trunks.Count == 0)
        {
            report.Warning("trunk-none", "Sip.Trunks");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < trunks.Count; i++)
        {
            var path = $"Sip.Trunks[{i}]";
            var trunk = trunks[i];
            if (!NameForm().IsMatch(trunk.Name))
            {
                report.Error("trunk-name", $"{path}.Name", trunk.Name);
            }
            else if (!names.Add(trunk.Name))
            {
                report.Error("trunk-name-twice", $"{path}.Name", trunk.Name);
            }

            ValidateUri(trunk, options.Sip, path, report);
            ValidateAccount(trunk, i, path, report);
            ValidateLimits(trunk, path, report);
            ValidateNumbers(trunk, options.Organisation.Country, path, report);
        }
    }

    private static void ValidateUri(SipTrunkOptions trunk, SipOptions sip, string path, ValidationReport report)
    {
        if (!SipUri.TryParse(trunk.Uri, out var uri) || !uri!.IsSip || uri.Host.Length == 0)
        {
            report.Error("trunk-uri", $"{path}.Uri", trunk.Uri);
            return;
        }

        var transport = uri.Transport ?? "udp";
        if (uri.IsSecure || transport is "tls")
        {
            report.Error("trunk-tls", $"{path}.Uri", trunk.Uri);
        }
        else if (transport is not ("udp" or "tcp"))
        {
            report.Error("trunk-transport", $"{path}.Uri", transport);
        }
        else if (!sip.Listen.Any(listen => listen.StartsWith(transport + ":", StringComparison.OrdinalIgnoreCase)))
        {
            report.Error("trunk-not-listening", $"{path}.Uri", transport);
        }
    }

    private static void ValidateAccount(SipTrunkOptions trunk, int index, string path, ValidationReport report)
    {
        if (trunk.Register && trunk.Username.Length == 0)
        {
            report.Error("trunk-register-username", $"{path}.Register");
        }

        if (trunk.Username.Length > 0 && trunk.Password.Length == 0)
        {
            report.Error("trunk-password-missing", $"{path}.Username", index);
        }
    }

    private static void ValidateLimits(SipTrunkOptions trunk, string path, ValidationReport report)
    {
        if (trunk.ReservedChannels >= trunk.Channels)
        {
            report.Error("trunk-reserved", $"{path}.ReservedChannels", trunk.ReservedChannels, trunk.Channels);
        }

        // RFC 4028 §4: the absolute minimum of Session-Expires is 90 seconds.
        if (trunk.SessionSeconds is > 0 and < 90)
        {
            report.Error("trunk-session", $"{path}.SessionSeconds", trunk.SessionSeconds);
        }

        if (trunk.Codecs.Count == 0)
        {
            report.Error("codec-none", $"{path}.Codecs");
        }

        for (var i = 1; i < trunk.Codecs.Count; i++)
        {
            if (trunk.Codecs.Take(i).Contains(trunk.Codecs[i], StringComparer.Ordinal))
            {
                report.Error("codec-twice", $"{path}.Codecs[{i}]", trunk.Codecs[i]);
            }
        }
    }

    private static void ValidateNumbers(SipTrunkOptions trunk, string country, string path, ValidationReport report)
    {
        for (var i = 0; i < trunk.Prefixes.Count; i++)
        {
            if (!PrefixForm().IsMatch(trunk.Prefixes[i]))
            {
                report.Error("prefix-malformed", $"{path}.Prefixes[{i}]", trunk.Prefixes[i]);
            }
        }

        if (trunk.CallerId.Length == 0)
        {
            report.Error("caller-id-missing", $"{path}.CallerId");
        }
        else
        {
            CallerIdCheck.Check(trunk.CallerId, country, $"{path}.CallerId", report);
        }

        for (var i = 0; i < trunk.AlsoPresents.Count; i++)
        {
            CallerIdCheck.Check(trunk.AlsoPresents[i], country, $"{path}.AlsoPresents[{i}]", report);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,32}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();

    [GeneratedRegex("^\\+[1-9][0-9]{0,14}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrefixForm();
}
