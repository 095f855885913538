namespace AlertAutomaton.Alerting.Delivery;

/// <summary>What the network tells later about an attempt that it had taken: a receipt of a text, a bounce of a mail.</summary>
/// <param name="Outcome">
/// <see cref="AttemptOutcome.Delivered"/>, <see cref="AttemptOutcome.Expired"/>, <see cref="AttemptOutcome.Rejected"/>,
/// <see cref="AttemptOutcome.InvalidNumber"/> or <see cref="AttemptOutcome.Refused"/>.
/// </param>
/// <param name="Detail">What was seen, for people: <c>UNDELIV, error 001</c>. Without numbers and names.</param>
public sealed record DeliveryReport(AttemptOutcome Outcome, string Detail);
