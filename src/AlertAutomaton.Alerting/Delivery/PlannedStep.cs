namespace AlertAutomaton.Alerting.Delivery;

/// <summary>The next attempt as it was planned when the last one ended; a restart plans again and does not depend on it.</summary>
/// <param name="NotBefore">The earliest moment.</param>
/// <param name="PointIndex">Which of the recipient's points, from 0.</param>
/// <param name="Lane">Which lane of the policy, from 0.</param>
public readonly record struct PlannedStep(DateTimeOffset NotBefore, int PointIndex, int Lane);
