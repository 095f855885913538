namespace AlertAutomaton.Alerting.Progress;

/// <summary>The figures or the phase of an alert changed. Sent at most a few times a second per alert, and always for a new phase.</summary>
/// <param name="Progress">The figures.</param>
public sealed record ProgressNotice(AlertProgress Progress) : AlertNotice;
