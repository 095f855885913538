namespace AlertAutomaton.Alerting.Usage;

/// <summary>What a launch is expected to use and cost, said before it happens.</summary>
public sealed record LaunchCost
{
    /// <summary>
    /// The expected counters: calls and their seconds as the forecast expects them; texts and mails as many as go out when nobody answers
    /// before they are due, so these are the most there can be of a policy whose written lanes end.
    /// </summary>
    public required UsageFigures Expected { get; init; }

    /// <summary>The currency of the amount (ISO 4217).</summary>
    public required string Currency { get; init; }

    /// <summary>True when there is any price, so that the amount means something.</summary>
    public required bool HasPrices { get; init; }

    /// <summary>The most segments that the text takes in one of the languages it goes out in; 0 when no text goes out.</summary>
    public int SegmentsPerText { get; init; }
}
