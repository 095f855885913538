using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Alerts;

/// <summary>An order to warn.</summary>
public sealed record LaunchRequest
{
    /// <summary>Who warns.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>Real, exercise or test.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>The line an operator sees in lists; 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>What is said.</summary>
    public required AlertMessage Message { get; init; }

    /// <summary>How long and on which ways it is tried.</summary>
    public required DeliveryPolicy Policy { get; init; }

    /// <summary>How long attempts may be begun; more than zero, at most 30 days.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>Who orders it.</summary>
    public required string LaunchedBy { get; init; }

    /// <summary>Whom to warn: frozen as they are now. At least one.</summary>
    public required IReadOnlyList<Contact> Audience { get; init; }

    /// <summary>When the event is that it is about (a meeting); null when there is none.</summary>
    public DateTimeOffset? EventAt { get; init; }

    /// <summary>How many must say that they come (convocations); null when nobody counts.</summary>
    public int? Quorum { get; init; }

    /// <summary>The limits that it goes over, written into the journal and no part of what tells two orders apart; null when it goes over none.</summary>
    public string? QuotaOverridden { get; init; }

    /// <summary>The zone in which quiet hours are read (IANA name).</summary>
    public string TimeZone { get; init; } = "Europe/Paris";
}
