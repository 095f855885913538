namespace AlertAutomaton.Alerting.Operators;

/// <summary>The failures of one operator number over one kind of line.</summary>
/// <param name="Failures">Since the last success.</param>
/// <param name="Locks">How often it was locked since then.</param>
/// <param name="LockedUntil">Until when nothing lets in; null when it is open.</param>
/// <param name="LastFailure">When the last one was.</param>
public sealed record PinAccount(int Failures, int Locks, DateTimeOffset? LockedUntil, DateTimeOffset LastFailure);
