using AlertAutomaton.Channels.Sms.Gateways;

namespace AlertAutomaton.Channels.Sms.Receipts;

/// <summary>A receipt whose text is not known yet.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="Since">When it came, a monotonic moment.</param>
/// <param name="Tries">How often its text was looked for.</param>
/// <param name="Due">When to look again.</param>
public sealed record ParkedReceipt(GatewayReceipt Receipt, TimeSpan Since, int Tries, TimeSpan Due);
