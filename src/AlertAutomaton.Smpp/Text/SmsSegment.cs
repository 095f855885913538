using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Text;

/// <summary>What one submit_sm carries.</summary>
/// <param name="ShortMessage">User data header, if any, and text.</param>
/// <param name="HasUserDataHeader">Whether esm_class says so.</param>
/// <param name="Tlvs">sar_* or message_payload, if any.</param>
/// <param name="Number">1 to <paramref name="Total"/>.</param>
/// <param name="Total">How many belong together, 1 to 255.</param>
public sealed record SmsSegment(OctetString ShortMessage, bool HasUserDataHeader, TlvList Tlvs, int Number, int Total);
