using AlertAutomaton.Smpp.Receipts;

namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>A receipt, with where it came from.</summary>
/// <param name="Gateway">The gateway.</param>
/// <param name="Receipt">What it says.</param>
/// <param name="From">The source address: the number that was texted, in whatever form; empty when there was none.</param>
public sealed record GatewayReceipt(string Gateway, DeliveryReceipt Receipt, string From);
