using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Configuration.Validation;
using AlertAutomaton.Telephony;
using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Daemon.Hosting.Mapping;

/// <summary>What the configuration says about telephony, as the telephony service takes it.</summary>
internal static class TelephonyMapping
{
    public static TelephonyOptions Map(DaemonOptions options)
    {
        _ = PortRange.TryParse(options.Sip.RtpPorts, out var ports);
        return new TelephonyOptions
        {
            Listen = options.Sip.Listen,
            PublicAddress = options.Sip.PublicAddress.Length == 0 ? null : options.Sip.PublicAddress,
            FirstRtpPort = ports.First + (ports.First & 1),
            LastRtpPort = ports.Last,
            Trunks = [.. options.Sip.Trunks.Select(trunk => Map(trunk, options.Organisation.Country))],
        };
    }

    private static TrunkOptions Map(SipTrunkOptions trunk, string country) => new()
    {
        Name = trunk.Name,
        Uri = trunk.Uri,
        Username = trunk.Username,
        Password = trunk.Password,
        Realm = trunk.Realm.Length == 0 ? null : trunk.Realm,
        Register = trunk.Register,
        RegistrationExpires = TimeSpan.FromSeconds(trunk.RegisterSeconds),
        Channels = trunk.Channels,
        ReservedChannels = trunk.ReservedChannels,
        CallsPerSecond = trunk.CallsPerSecond,
        CallerId = trunk.CallerId,
        AlsoPresents = trunk.AlsoPresents,
        Codecs = trunk.Codecs,
        Prefixes = trunk.Prefixes,
        Priority = trunk.Priority,
        NumberForm = Enum.Parse<NumberForm>(trunk.NumberForm),
        CallerIdHeader = Enum.Parse<CallerIdHeader>(trunk.CallerIdHeader),
        FromUsername = trunk.FromUsername,
        ProbeInterval = TimeSpan.FromSeconds(trunk.ProbeSeconds),
        SessionExpires = trunk.SessionSeconds == 0 ? null : TimeSpan.FromSeconds(trunk.SessionSeconds),
        CountryCode = NationalNumbering.CountryCodeOf(country),
    };
}
