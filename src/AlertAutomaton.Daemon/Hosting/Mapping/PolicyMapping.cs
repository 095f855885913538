using System.Globalization;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Hosting.Mapping;

/// <summary>Configured policies as the engine takes them.</summary>
internal static class PolicyMapping
{
    /// <summary>The configured policies and the built-in ones that none of them replaces.</summary>
    public static IReadOnlyList<DeliveryPolicy> All(IReadOnlyList<PolicyOptions> configured) =>
    [
        .. BuiltInPolicies.All.Where(builtIn => !configured.Any(own => string.Equals(own.Name, builtIn.Name, StringComparison.OrdinalIgnoreCase))),
        .. configured.Select(Map),
    ];

    /// <summary>One policy; what cannot be read as an hour means no quiet hours, and the validator has said so.</summary>
    public static DeliveryPolicy Map(PolicyOptions policy) => new()
    {
        Name = policy.Name,
        Purpose = Named<AlertPurpose>(policy.Purpose),
        AnswerWait = TimeSpan.FromSeconds(policy.AnswerWaitSeconds),
        DeliveredIsEnough = policy.DeliveredIsEnough,
        NumberFloor = TimeSpan.FromSeconds(policy.NumberFloorSeconds),
        MaximumAttempts = policy.MaximumAttempts,
        HeardIsEnoughAfter = policy.HeardIsEnoughAfter,
        NetworkBackOff = [.. policy.NetworkBackOffSeconds.Select(TimeSpan.FromSeconds)],
        RetryAfterCap = TimeSpan.FromSeconds(policy.RetryAfterCapSeconds),
        QuietHours = Quiet(policy),
        Lanes = [.. policy.Lanes.Select(Map)],
    };

    /// <summary>Reads an hour such as 21:00.</summary>
    public static bool TryReadHour(string text, out TimeOnly hour) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out hour);

    private static QuietHours? Quiet(PolicyOptions policy)
    {
        var hours = TryReadHour(policy.QuietFrom, out var from) & TryReadHour(policy.QuietTo, out var to);
        return !hours && policy.QuietDays.Count == 0 ? null : new QuietHours(hours ? from : default, hours ? to : default) { QuietDays = [.. policy.QuietDays.Select(Named<DayOfWeek>)] };
    }

    private static DeliveryLane Map(PolicyLaneOptions lane) => new()
    {
        Channel = Named<ChannelKind>(lane.Channel),
        OnlyWithout = [.. lane.OnlyWithout.Select(Named<ChannelKind>)],
        OnlyWith = lane.OnlyWith.Length == 0 ? null : Named<ChannelKind>(lane.OnlyWith),
        OnEventDayAt = TryReadHour(lane.OnEventDayAt, out var hour) ? hour : null,
        Audience = Named<ContactPointRole>(lane.Audience),
        Lines = Named<LineFilter>(lane.Lines),
        OnlyVulnerable = lane.OnlyVulnerable,
        StartAfter = TimeSpan.FromSeconds(lane.StartAfterSeconds),
        Passes = lane.Passes == 0 ? null : lane.Passes,
        PassDelays = [.. lane.PassDelaysSeconds.Select(TimeSpan.FromSeconds)],
        TriesPerPoint = lane.TriesPerPoint,
        BusyTriesPerPoint = lane.BusyTriesPerPoint,
        MaximumPerPoint = lane.MaximumPerPoint,
        BusyDelay = TimeSpan.FromSeconds(lane.BusyDelaySeconds),
        NoAnswerDelay = TimeSpan.FromSeconds(lane.NoAnswerDelaySeconds),
        NextPointDelay = TimeSpan.FromSeconds(lane.NextPointDelaySeconds),
        Voicemail = Named<VoicemailMode>(lane.Voicemail),
    };

    // The binder has reported every word that is none of the allowed ones.
    private static T Named<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : default;
}
