using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>A text as a gateway hands it over.</summary>
/// <param name="To">The number.</param>
/// <param name="Text">What is read.</param>
/// <param name="ValidFor">How long the network may go on trying; more than zero.</param>
/// <param name="IsUrgent">Ahead of others at the SMSC (priority_flag, SMPP 3.4 §5.2.14).</param>
/// <param name="WantsReceipt">Whether the final state is to be told (registered_delivery, §5.2.17).</param>
public sealed record OutgoingText(E164Number To, string Text, TimeSpan ValidFor, bool IsUrgent, bool WantsReceipt);
