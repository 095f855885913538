namespace AlertAutomaton.Alerting.Usage;

/// <summary>Where one limit stands.</summary>
/// <param name="Subject">What is limited.</param>
/// <param name="Used">What was used so far.</param>
/// <param name="Expected">What the launch in question is expected to add; 0 when there is none.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Verdict">How near it is with both.</param>
public sealed record QuotaFinding(QuotaSubject Subject, decimal Used, decimal Expected, decimal Limit, QuotaVerdict Verdict);
