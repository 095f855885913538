namespace AlertAutomaton.Smpp.Text;

/// <summary>How big a text is when sent.</summary>
/// <param name="Encoding">How it travels.</param>
/// <param name="Units">Septets, octets or UCS-2 units of the whole text, headers left out.</param>
/// <param name="Segments">What is paid, 1 or more.</param>
/// <param name="UnitsLeftInSegment">Units that still fit without another segment.</param>
public readonly record struct SmsSize(SmsEncoding Encoding, int Units, int Segments, int UnitsLeftInSegment);
