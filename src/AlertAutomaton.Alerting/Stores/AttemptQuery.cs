using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Stores;

/// <summary>A page of the attempts of one alert.</summary>
/// <param name="Alert">The alert.</param>
public sealed record AttemptQuery(AlertId Alert)
{
    /// <summary>Only this recipient's; null for all.</summary>
    public RecipientId? Recipient { get; init; }

    /// <summary>The <see cref="Page{T}.Next"/> of the page before; null for the first.</summary>
    public string? After { get; init; }

    /// <summary>The most rows, 1 to 10,000.</summary>
    public int Limit { get; init; } = 200;
}
