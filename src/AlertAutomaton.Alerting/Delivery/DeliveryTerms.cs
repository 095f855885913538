using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Delivery;

/// <summary>What is the same for every recipient of an alert when a step is planned.</summary>
public sealed record DeliveryTerms
{
    /// <summary>The policy.</summary>
    public required DeliveryPolicy Policy { get; init; }

    /// <summary>From when the delays of the lanes count.</summary>
    public required DateTimeOffset LaunchedAt { get; init; }

    /// <summary>From when on no attempt is begun.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the event is that the alert is about; null when there is none.</summary>
    public DateTimeOffset? EventAt { get; init; }

    /// <summary>The zone in which quiet hours are read.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Which numbers may be called at all.</summary>
    public NumberPolicy Numbers { get; init; } = NumberPolicy.AllowAll;

    /// <summary>The channels that are set up here; null: all. Where there is no gateway, a household counts as one without texts.</summary>
    public IReadOnlySet<ChannelKind>? Channels { get; init; }

    /// <summary>Whether points of a kind can be used here at all.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>False where no such channel is set up.</returns>
    public bool Serves(ChannelKind kind) => Channels is null || Channels.Contains(kind);

    /// <summary>The terms of an alert.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="numbers">Which numbers may be called at all.</param>
    /// <param name="channels">The channels that are set up; null: all.</param>
    /// <returns>Its terms; an unknown zone counts as UTC.</returns>
    public static DeliveryTerms Of(Alert alert, NumberPolicy numbers, IReadOnlySet<ChannelKind>? channels = null) => new()
    {
        Channels = channels,
        Policy = alert.Policy,
        LaunchedAt = alert.LaunchedAt,
        ExpiresAt = alert.ExpiresAt,
        EventAt = alert.EventAt,
        TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(alert.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc,
        Numbers = numbers,
    };
}
