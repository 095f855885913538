using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.Contracts.Usage;

namespace AlertAutomaton.Daemon.Desk.Usage;

/// <summary>Counts months and judges launches by the limits.</summary>
internal sealed class UsageDesk(IUsageStore store, UsageSettings settings, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Hour = TimeSpan.FromMinutes(60);

    /// <summary>How old the figures of <see cref="PresentAsync"/> may be: consoles ask every second, and a month may have a million attempts.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    /// <summary>How long a launch waits for its judgement. Warning people is never held up by bookkeeping.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TimeZoneInfo _zone = TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
    private volatile Kept? _present;

    public UsageSettings Settings { get; } = settings;

    /// <summary>The counters of a month; null takes the present one.</summary>
    public async Task<UsageResource> MonthAsync(CalendarMonth? month, CancellationToken cancel)
    {
        var present = CalendarMonth.Of(time.GetUtcNow(), _zone);
        var counted = await CountAsync(month ?? present, cancel);
        var judgement = counted.Month == present && Settings.Limits.HasAny
            ? QuotaJudgement.Of(Settings.Limits, counted.Total, await HourAsync(cancel), UsageFigures.None)
            : null;
        return UsageResources.Of(counted, Settings.TimeZone, judgement);
    }

    /// <summary>The counters of the present month, a few seconds old at most; null while the store cannot be read.</summary>
    public async Task<UsageResource?> PresentAsync(CancellationToken cancel)
    {
        if (_present is { } kept && time.GetElapsedTime(kept.At) < Age)
        {
            return kept.Usage;
        }

        try
        {
            var usage = await MonthAsync(month: null, cancel);
            _present = new Kept(time.GetTimestamp(), usage);
            return usage;
        }
        catch (AlertStoreException)
        {
            // The health of the store is told beside it.
            return null;
        }
    }

    /// <summary>Where the limits would stand; null where there are none, or they cannot be judged now.</summary>
    /// <param name="expected">What a launch is expected to add.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<QuotaJudgement?> JudgeAsync(UsageFigures expected, CancellationToken cancel)
    {
        if (!Settings.Limits.HasAny)
        {
            return null;
        }

        try
        {
            var reading = JudgeNowAsync(expected, cancel);
            return await reading.WaitAsync(Patience, time, cancel);
        }
        catch (Exception unjudged) when (unjudged is AlertStoreException or TimeoutException)
        {
            UsageLog.NotJudged(log, unjudged.Message);
            return null;
        }
    }

    /// <summary>Where the limits of an hour stand now.</summary>
    /// <exception cref="AlertStoreException">The store cannot be read now.</exception>
    public async Task<QuotaJudgement> JudgeHourAsync(CancellationToken cancel) => QuotaJudgement.Of(
        new QuotaLimits { HourlyCalls = Settings.Limits.HourlyCalls, HourlyAmount = Settings.Limits.HourlyAmount, WarnAtPercent = Settings.Limits.WarnAtPercent },
        UsageFigures.None, await HourAsync(cancel), UsageFigures.None);

    /// <summary>Writes a launch over a limit into the log.</summary>
    /// <returns>True when it may go on.</returns>
    public bool Allows(QuotaJudgement judgement, AlertKind kind, AlertPurpose purpose)
    {
        if (judgement.Describe() is not { } limits)
        {
            return true;
        }

        if (judgement.Allows(kind, purpose))
        {
            UsageLog.LimitOverridden(log, limits);
            return true;
        }

        UsageLog.LaunchRefused(log, limits);
        return false;
    }

    private async Task<QuotaJudgement> JudgeNowAsync(UsageFigures expected, CancellationToken cancel)
    {
        var month = await CountAsync(CalendarMonth.Of(time.GetUtcNow(), _zone), cancel);
        return QuotaJudgement.Of(Settings.Limits, month.Total, await HourAsync(cancel), expected);
    }

    private async Task<UsageMonth> CountAsync(CalendarMonth month, CancellationToken cancel)
    {
        var (from, to) = month.In(_zone);
        var groups = await store.GetUsageAsync(Settings.Organisation, from, to, Settings.Tariffs.PrefixLength, cancel);
        return UsageMonth.Of(Settings.Organisation, month, groups, Settings.Tariffs);
    }

    private async Task<UsageFigures> HourAsync(CancellationToken cancel)
    {
        if (!Settings.Limits.HasHourly)
        {
            return UsageFigures.None;
        }

        var now = time.GetUtcNow();
        var groups = await store.GetUsageAsync(Settings.Organisation, now - Hour, now + TimeSpan.FromTicks(1), Settings.Tariffs.PrefixLength, cancel);
        return groups.Aggregate(UsageFigures.None, (sum, group) => sum + UsageFigures.Of(group, Settings.Tariffs));
    }

    /// <summary>Figures and when they were read.</summary>
    private sealed record Kept(long At, UsageResource Usage);
}
