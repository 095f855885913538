using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Channels.Sms.Texts;

/// <summary>What all texts of one alert have in common, whether it is launched already or only thought of.</summary>
/// <param name="Kind">Real, exercise or test.</param>
/// <param name="Message">What is said.</param>
/// <param name="Policy">What it is for, and whether answers are wanted.</param>
/// <param name="At">The moment that the placeholders for time and date name: the event's, else the launch's.</param>
/// <param name="TimeZone">The zone in which people read it (IANA name).</param>
public sealed record SmsOccasion(AlertKind Kind, AlertMessage Message, DeliveryPolicy Policy, DateTimeOffset At, string TimeZone)
{
    /// <summary>Whether residents are asked for an answer: always, but for information that a handset's receipt settles.</summary>
    public bool AsksForAnswer => Policy.Purpose != AlertPurpose.Information || !Policy.DeliveredIsEnough;

    /// <summary>The occasion of a launched alert.</summary>
    public static SmsOccasion Of(Alert alert) => new(alert.Kind, alert.Message, alert.Policy, alert.EventAt ?? alert.LaunchedAt, alert.TimeZone);

    /// <summary>The occasion of an alert that might be launched now.</summary>
    /// <param name="request">The order.</param>
    /// <param name="now">The moment.</param>
    public static SmsOccasion Of(LaunchRequest request, DateTimeOffset now) =>
        new(request.Kind, request.Message, request.Policy, request.EventAt ?? now, request.TimeZone);
}
