namespace AlertAutomaton.Contracts.Status;

/// <summary>How many attempts of a channel had an outcome.</summary>
/// <param name="Channel"><c>voice</c>, <c>sms</c>, <c>email</c> or <c>push</c>.</param>
/// <param name="Outcome">How they ended, as in the live events: <c>acknowledged</c>, <c>busy</c>, <c>submitted</c>, …</param>
/// <param name="Count">How many.</param>
public sealed record OutcomeCount(string Channel, string Outcome, long Count);
