using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Stores;

/// <summary>A page of the recipients of one alert.</summary>
/// <param name="Alert">The alert.</param>
public sealed record RecipientQuery(AlertId Alert)
{
    /// <summary>Only this one; null for all.</summary>
    public RecipientId? Recipient { get; init; }

    /// <summary>Only those with this score; null for all.</summary>
    public RecipientScore? Score { get; init; }

    /// <summary>Only those that are final (true) or not (false); null for all.</summary>
    public bool? Final { get; init; }

    /// <summary>Only those who asked for help.</summary>
    public bool OnlyNeedingHelp { get; init; }

    /// <summary>The <see cref="Page{T}.Next"/> of the page before; null for the first.</summary>
    public string? After { get; init; }

    /// <summary>The most rows, 1 to 10,000.</summary>
    public int Limit { get; init; } = 200;
}
