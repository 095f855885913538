using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Channels.Email.Bounces;

/// <summary>Finds the attempt of a bounce and writes the report down.</summary>
/// <param name="references">Names of the attempt (see <see cref="Alerting.Channels.AttemptReference"/>).</param>
/// <param name="report">What is told.</param>
/// <param name="ct">Gives up.</param>
/// <returns>What became of it; <see cref="ReportVerdict.NotRunning"/> also when no such attempt is known.</returns>
public delegate Task<ReportVerdict> BounceReporter(IReadOnlyList<string> references, DeliveryReport report, CancellationToken ct);
