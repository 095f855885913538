using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>Turns an order from outside into the engine's own, or lists every field at fault.</summary>
internal sealed class LaunchOrderReader(LaunchSettings settings, TimeProvider time)
{
    public const int LongestTitle = 200;
    public const int MostRecipients = 1_000_000;
    private const int LeastLifetimeSeconds = 30;
    private const int MostLifetimeSeconds = 30 * 24 * 3600;

    private static readonly TimeSpan FurthestEvent = TimeSpan.FromDays(366);
    private static readonly TimeSpan AlertLifetime = TimeSpan.FromHours(4);
    private static readonly TimeSpan InformationLifetime = TimeSpan.FromHours(24);

    /// <param name="order">The order as it came.</param>
    /// <param name="orderedBy">Who orders.</param>
    /// <param name="texts">In whose language problems are told.</param>
    public LaunchReading Read(LaunchAlertRequest order, string orderedBy, OperatorTexts texts)
    {
        var problems = new FieldProblems(texts);
        if (order.Title.Trim().Length is 0 or > LongestTitle)
        {
            problems.Add("/title", "title", LongestTitle);
        }

        // Numbers are values of the enumeration too for Enum.TryParse, but not words that an operator uses.
        if (!Enum.TryParse<AlertKind>(order.Kind, ignoreCase: true, out var kind) || !order.Kind.All(char.IsAsciiLetter))
        {
            problems.Add("/kind", "kind", order.Kind);
        }

        var policy = settings.Policies.FirstOrDefault(known => string.Equals(known.Name, order.Policy, StringComparison.OrdinalIgnoreCase));
        if (policy is null)
        {
            problems.Add("/policy", "policy", order.Policy, string.Join(", ", settings.Policies.Select(known => known.Name)));
        }

        if (order.LifetimeSeconds is < LeastLifetimeSeconds or > MostLifetimeSeconds)
        {
            problems.Add("/lifetimeSeconds", "lifetime", LeastLifetimeSeconds, MostLifetimeSeconds);
        }

        CheckEvent(order, policy, problems);
        if (order.Recipients.Count is 0 or > MostRecipients)
        {
            problems.Add("/recipients", "recipients", MostRecipients);
        }

        var message = new MessageReader(settings, problems).Read(order.Messages, time);
        var audience = order.Recipients.Count > MostRecipients
            ? []
            : new AudienceReader(settings, problems, time).Read(order.Recipients, message?.Texts[0].Language ?? settings.Languages[0]);
        if (problems.All.Count > 0)
        {
            return new LaunchReading(null, problems.All);
        }

        var lifetime = order.LifetimeSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualLifetime(policy!, order.EventAt);
        return new LaunchReading(
            new LaunchRequest
            {
                Organisation = settings.Organisation,
                Kind = kind,
                Title = order.Title.Trim(),
                Message = message!,
                Policy = policy!,
                Lifetime = lifetime,
                LaunchedBy = orderedBy,
                Audience = audience,
                TimeZone = settings.TimeZone,
                EventAt = order.EventAt,
                Quorum = order.Quorum,
            },
            []);
    }

    private TimeSpan UsualLifetime(DeliveryPolicy policy, DateTimeOffset? eventAt) => policy.Purpose switch
    {
        AlertPurpose.Convocation when eventAt is { } held => TimeSpan.FromTicks(Math.Min((held - time.GetUtcNow()).Ticks, TimeSpan.FromSeconds(MostLifetimeSeconds).Ticks)),
        AlertPurpose.Vital => AlertLifetime,
        _ => InformationLifetime,
    };

    private void CheckEvent(LaunchAlertRequest order, DeliveryPolicy? policy, FieldProblems problems)
    {
        var left = order.EventAt - time.GetUtcNow();
        if (left is { } span && (span < TimeSpan.FromSeconds(LeastLifetimeSeconds) || span > FurthestEvent))
        {
            problems.Add("/eventAt", "event-time", FurthestEvent.Days);
        }

        if (policy is null)
        {
            return;
        }

        if (policy.Purpose == AlertPurpose.Convocation && order.EventAt is null)
        {
            problems.Add("/eventAt", "event-missing");
        }

        if (order.Quorum is { } quorum && (quorum < 1 || policy.Purpose != AlertPurpose.Convocation))
        {
            problems.Add("/quorum", "quorum");
        }
    }
}
