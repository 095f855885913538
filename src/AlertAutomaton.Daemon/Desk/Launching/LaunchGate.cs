using AlertAutomaton.Alerting.Alerts;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>Whether a launch may go on within the limits.</summary>
/// <param name="Request">The request, with the limits that it goes over written in.</param>
/// <param name="Known">What was found out for it; null where nothing limits launches.</param>
/// <param name="Refusal">Why it may not, and the mend; null when it may.</param>
internal sealed record LaunchGate(LaunchRequest Request, Foresight? Known, string? Refusal);
