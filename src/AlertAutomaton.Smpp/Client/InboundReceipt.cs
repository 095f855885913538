using AlertAutomaton.Smpp.Receipts;

namespace AlertAutomaton.Smpp.Client;

/// <summary>A delivery receipt. Receipts come late, doubled, out of order and before the response to their submit_sm.</summary>
/// <param name="Source">The number that the message went to.</param>
/// <param name="Destination">Our sender.</param>
/// <param name="Receipt">What it says.</param>
public sealed record InboundReceipt(string Source, string Destination, DeliveryReceipt Receipt) : InboundSms(Source, Destination);
