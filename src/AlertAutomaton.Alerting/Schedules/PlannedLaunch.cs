using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Schedules;

/// <summary>What a planned alert launches: the order as it was when it was planned, with the policy by its name.</summary>
public sealed record PlannedLaunch
{
    /// <summary>Real, exercise or test.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>The title of the alert; 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The title of its reminders, which says that they are some; null where there are none.</summary>
    public string? ReminderTitle { get; init; }

    /// <summary>What is said.</summary>
    public required AlertMessage Message { get; init; }

    /// <summary>The name of the policy, looked up again at each launch.</summary>
    public required string Policy { get; init; }

    /// <summary>How long attempts may be begun after each launch.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>Whom to warn.</summary>
    public required IReadOnlyList<Contact> Audience { get; init; }

    /// <summary>When the event is that it is about; null when there is none.</summary>
    public DateTimeOffset? EventAt { get; init; }

    /// <summary>How many must say that they come; null when nobody counts.</summary>
    public int? Quorum { get; init; }

    /// <summary>The zone in which quiet hours are read (IANA name).</summary>
    public required string TimeZone { get; init; }

    /// <summary>Keeps an order for later.</summary>
    /// <param name="request">The order.</param>
    /// <param name="reminderTitle">The title of its reminders.</param>
    /// <returns>What is kept.</returns>
    public static PlannedLaunch Of(LaunchRequest request, string? reminderTitle) => new()
    {
        Kind = request.Kind,
        Title = request.Title,
        ReminderTitle = reminderTitle,
        Message = request.Message,
        Policy = request.Policy.Name,
        Lifetime = request.Lifetime,
        Audience = request.Audience,
        EventAt = request.EventAt,
        Quorum = request.Quorum,
        TimeZone = request.TimeZone,
    };

    /// <summary>Makes the order of one occurrence.</summary>
    /// <param name="organisation">Who warns.</param>
    /// <param name="policy">The policy of that name.</param>
    /// <param name="isReminder">True for a reminder.</param>
    /// <param name="launchedBy">Who is written down as the one who ordered it.</param>
    /// <param name="time">Dates the identifier of the message: two alerts never share one.</param>
    /// <returns>The order.</returns>
    public LaunchRequest ToRequest(OrganisationId organisation, DeliveryPolicy policy, bool isReminder, string launchedBy, TimeProvider time) => new()
    {
        Organisation = organisation,
        Kind = Kind,
        Title = isReminder ? ReminderTitle ?? Title : Title,
        Message = Message with { Id = MessageId.New(time) },
        Policy = policy,
        Lifetime = policy.Purpose == AlertPurpose.Convocation && EventAt - time.GetUtcNow() is { } left && left > TimeSpan.Zero && left < Lifetime ? left : Lifetime,
        LaunchedBy = launchedBy,
        Audience = Audience,
        EventAt = EventAt,
        Quorum = Quorum,
        TimeZone = TimeZone,
    };
}
