namespace AlertAutomaton.Alerting.Delivery;

/// <summary>What follows from one outcome.</summary>
/// <param name="Action">What comes next.</param>
/// <param name="Delay">After which wait.</param>
/// <param name="Charged">True when it uses up one of the calls that the policy allows the household.</param>
/// <param name="RingsPhone">True when the phone rang or may have rung: the floor between two calls to the number counts from its end.</param>
/// <param name="Score">How far the alert got with the household by it.</param>
/// <param name="Verdict">What it says about the contact point.</param>
public readonly record struct RetryRule(
    RetryAction Action,
    RetryDelay Delay,
    bool Charged,
    bool RingsPhone,
    RecipientScore Score,
    PointVerdict Verdict);
