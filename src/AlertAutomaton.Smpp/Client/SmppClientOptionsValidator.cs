using System.Globalization;

namespace AlertAutomaton.Smpp.Client;

/// <summary>Tells all faults of a gateway's options at once.</summary>
public static class SmppClientOptionsValidator
{
    private const int LongestSystemId = 15;
    private const int LongestPassword = 63;
    private const int LongestSystemType = 12;
    private const int LongestServiceType = 5;
    private const int LongestAddressRange = 40;
    private const int LargestPdu = 1024 * 1024;

    /// <summary>The faults, each naming its option and what is allowed; empty when there are none.</summary>
    public static IReadOnlyList<string> Validate(SmppClientOptions options)
    {
        List<string> faults = [];
        Check(!string.IsNullOrWhiteSpace(options.Host), "Host must not be empty.");
        CheckRange(options.Port, 1, ushort.MaxValue, nameof(options.Port));
        CheckText(options.SystemId, LongestSystemId, nameof(options.SystemId));
        CheckText(options.Password, LongestPassword, nameof(options.Password));
        CheckText(options.SystemType, LongestSystemType, nameof(options.SystemType));
        CheckText(options.ServiceType, LongestServiceType, nameof(options.ServiceType));
        CheckText(options.AddressRange.Value ?? "", LongestAddressRange, nameof(options.AddressRange));
        Check(options.SystemId.Length > 0, "SystemId must not be empty.");
        CheckRange(options.Window, 1, 1_000, nameof(options.Window));
        CheckRange(options.QueueLimit, 1, 1_000_000, nameof(options.QueueLimit));
        CheckRange(options.InboundLimit, 1, 100_000, nameof(options.InboundLimit));
        CheckRange(options.MaximumPduLength, 1_024, LargestPdu, nameof(options.MaximumPduLength));
        Check(options.SegmentsPerSecond is > 0 and <= 100_000, "SegmentsPerSecond must be more than 0 and at most 100000.");
        CheckTime(options.ConnectTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), nameof(options.ConnectTimeout));
        CheckTime(options.ResponseTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10), nameof(options.ResponseTimeout));
        CheckTime(options.EnquireLinkInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), nameof(options.EnquireLinkInterval));
        CheckTime(options.UnbindTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(1), nameof(options.UnbindTimeout));
        CheckTime(options.FirstReconnectWait, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(10), nameof(options.FirstReconnectWait));
        CheckTime(options.LongestReconnectWait, options.FirstReconnectWait, TimeSpan.FromHours(1), nameof(options.LongestReconnectWait));
        CheckTime(options.ThrottlePatience, TimeSpan.Zero, TimeSpan.FromHours(1), nameof(options.ThrottlePatience));
        CheckTime(options.RepeatMemory, TimeSpan.Zero, TimeSpan.FromDays(1), nameof(options.RepeatMemory));
        CheckTime(options.ReassemblyTime, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), nameof(options.ReassemblyTime));
        Check(options.PinnedAuthoritiesFile is null || options.Tls, "PinnedAuthoritiesFile is set, but Tls is off.");
        Check(options.PinnedAuthoritiesFile is null || File.Exists(options.PinnedAuthoritiesFile), "PinnedAuthoritiesFile does not exist.");
        return faults;

        void Check(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }

        void CheckRange(int value, int least, int most, string name) => Check(
            value >= least && value <= most, string.Create(CultureInfo.InvariantCulture, $"{name} must be {least} to {most}."));

        void CheckTime(TimeSpan value, TimeSpan least, TimeSpan most, string name) =>
            Check(value >= least && value <= most, string.Create(CultureInfo.InvariantCulture, $"{name} must be {least} to {most}."));

        void CheckText(string value, int longest, string name) => Check(
            value.Length <= longest && value.All(character => character is >= ' ' and <= '~'),
            string.Create(CultureInfo.InvariantCulture, $"{name} must have at most {longest} ASCII characters."));
    }
}
