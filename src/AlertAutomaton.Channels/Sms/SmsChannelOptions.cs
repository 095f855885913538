using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Channels.Sms;

/// <summary>How alert texts are sent.</summary>
public sealed record SmsChannelOptions
{
    /// <summary>The name of an organisation as residents know it.</summary>
    public required Func<OrganisationId, string> OrganisationName { get; init; }

    /// <summary>Where acknowledgement links lead (<c>https://alerte.example.org</c>); null: no links in texts.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>The longest validity period that is asked for; most networks keep a text no longer than 48 hours, many refuse more.</summary>
    public TimeSpan LongestValidity { get; init; } = TimeSpan.FromHours(48);

    /// <summary>The shortest validity period, for an alert that is about to end: less is refused by some gateways.</summary>
    public TimeSpan ShortestValidity { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many segments a text is taken to have in the forecast; the estimate before a launch counts them exactly.</summary>
    public double AssumedSegments { get; init; } = 2;
}
