using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Text;

/// <summary>A text put together.</summary>
/// <param name="Key">Whose.</param>
/// <param name="DataCoding">Of its first segment that came.</param>
/// <param name="Octets">All octets in order.</param>
/// <param name="Missing">Segments that did not come in time; 0 when it is whole.</param>
public sealed record SmsAssemblyResult(SmsAssemblyKey Key, byte DataCoding, OctetString Octets, int Missing)
{
    internal IReadOnlyList<OctetString?> Parts { get; init; } = [];
}
