using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Text;

/// <summary>A received segment.</summary>
/// <param name="Text">Its text; hexadecimal when the octets are no text.</param>
/// <param name="Octets">Its octets without user data header.</param>
/// <param name="Part">Its place in a longer text; null when it stands alone.</param>
/// <param name="IsBinary">Whether the octets are no text.</param>
public sealed record DecodedSms(string Text, OctetString Octets, SmsPart? Part, bool IsBinary);
