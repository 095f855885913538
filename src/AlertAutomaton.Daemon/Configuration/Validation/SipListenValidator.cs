using System.Net;
using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks listening addresses, the public address and the sound ports.</summary>
internal sealed class SipListenValidator : IAspectValidator
{
    public void Validate(DaemonOptions options, ValidationReport report)
    {
        var sip = options.Sip;
        var seen = new HashSet<ListenAddress>();
        for (var i = 0; i < sip.Listen.Count; i++)
        {
            var path = $"Sip.Listen[{i}]";
            if (!ListenAddress.TryParse(sip.Listen[i], out var listen, out var fault))
            {
                report.Error(fault, path, sip.Listen[i]);
            }
            else if (listen.Port != 0 && !seen.Add(listen))
            {
                report.Error("listen-twice", path, sip.Listen[i]);
            }
        }

        if (sip.Listen.Count == 0)
        {
            report.Error("listen-none", "Sip.Listen");
        }

        if (sip.PublicAddress.Length > 0 && !IPAddress.TryParse(sip.PublicAddress, out _))
        {
            report.Error("public-address", "Sip.PublicAddress", sip.PublicAddress);
        }

        ValidatePorts(sip, report);
    }

    private static void ValidatePorts(SipOptions sip, ValidationReport report)
    {
        if (!PortRange.TryParse(sip.RtpPorts, out var ports))
        {
            report.Error("rtp-ports-malformed", "Sip.RtpPorts", sip.RtpPorts);
            return;
        }

        if (ports.First < 1024)
        {
            report.Error("rtp-ports-privileged", "Sip.RtpPorts", sip.RtpPorts);
        }

        // Each call takes an even and an odd port; drained ports rest a little before they are used again.
        var channels = sip.Trunks.Sum(trunk => (long)trunk.Channels);
        if (channels > ports.Pairs)
        {
            report.Error("rtp-ports-few", "Sip.RtpPorts", sip.RtpPorts, ports.Pairs, channels);
        }

        for (var i = 0; i < sip.Listen.Count; i++)
        {
            if (ListenAddress.TryParse(sip.Listen[i], out var listen, out _) && listen.Transport is "udp"
                && listen.Port >= ports.First && listen.Port <= ports.Last)
            {
                report.Error("rtp-ports-overlap", "Sip.RtpPorts", sip.RtpPorts, sip.Listen[i]);
            }
        }
    }
}
