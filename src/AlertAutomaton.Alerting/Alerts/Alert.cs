using System.Text.Json.Serialization;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Alerting.Alerts;

/// <summary>One launch, as it was ordered. Never changes; what happens to it is in its journal.</summary>
public sealed record Alert
{
    /// <summary>Names the alert.</summary>
    public required AlertId Id { get; init; }

    /// <summary>Who warns.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>Real, exercise or test.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>The line an operator sees in lists.</summary>
    public required string Title { get; init; }

    /// <summary>What is said.</summary>
    public required AlertMessage Message { get; init; }

    /// <summary>How long and on which ways it is tried.</summary>
    public required DeliveryPolicy Policy { get; init; }

    /// <summary>When it was accepted (UTC). The lifetime and the delays of the lanes count from here.</summary>
    public required DateTimeOffset LaunchedAt { get; init; }

    /// <summary>How long attempts may be begun after the launch; more than zero.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>Who ordered it: an operator's name or a machine's.</summary>
    public required string LaunchedBy { get; init; }

    /// <summary>When the event is that it is about (a meeting); null when there is none.</summary>
    public DateTimeOffset? EventAt { get; init; }

    /// <summary>How many must say that they come (convocations); null when nobody counts.</summary>
    public int? Quorum { get; init; }

    /// <summary>The zone in which quiet hours and a human's clock are read (IANA name).</summary>
    public string TimeZone { get; init; } = "Europe/Paris";

    /// <summary>From when on no attempt is begun.</summary>
    [JsonIgnore]
    public DateTimeOffset ExpiresAt => LaunchedAt + Lifetime;
}
