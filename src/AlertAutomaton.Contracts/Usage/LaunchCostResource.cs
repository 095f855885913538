namespace AlertAutomaton.Contracts.Usage;

/// <summary>What an order is expected to use and cost.</summary>
public sealed record LaunchCostResource
{
    /// <summary>
    /// Calls and their seconds as the forecast expects them; texts and mails as many as go out when nobody answers before they are due.
    /// </summary>
    public required UsageFiguresResource Expected { get; init; }

    /// <summary>Currency of the amount (ISO 4217).</summary>
    public required string Currency { get; init; }

    /// <summary>The most segments that the text takes in one language; 0 when no text goes out.</summary>
    public int SegmentsPerText { get; init; }
}
