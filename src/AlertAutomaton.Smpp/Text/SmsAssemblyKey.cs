namespace AlertAutomaton.Smpp.Text;

/// <summary>What segments of one text have in common (3GPP TS 23.040 §9.2.3.24.1).</summary>
/// <param name="Source">Who sent them.</param>
/// <param name="Destination">To whom.</param>
/// <param name="Reference">Their reference.</param>
/// <param name="Total">How many.</param>
public readonly record struct SmsAssemblyKey(string Source, string Destination, ushort Reference, byte Total);
