using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.Daemon.Desk.Usage;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Daemon.Tests.Usage;

public sealed class UsageDeskTests
{
    private static readonly TariffTable Prices = new() { Destinations = [new Tariff { Prefix = "+336", PerSegment = 0.05m }] };

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task A_month_is_asked_for_from_midnight_to_midnight_of_the_organisation_with_as_many_digits_as_prices_need()
    {
        var store = new ScriptedUsageStore((_, _) => Texts(4));

        var usage = await Desk(store, QuotaLimits.None).MonthAsync(new CalendarMonth(2026, 3), CancellationToken.None);

        Assert.Equal(
            [(new DateTimeOffset(2026, 2, 28, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 31, 22, 0, 0, TimeSpan.Zero), 4)], store.Asked);
        Assert.Equal(("2026-03", "Europe/Paris", 0.20m), (usage.Month, usage.TimeZone, usage.Total.Amount));
        Assert.Null(usage.Quota);
    }

    [Fact]
    public async Task The_hour_is_judged_apart_from_the_month()
    {
        var now = _time.GetUtcNow();
        var store = new ScriptedUsageStore((from, _) => from == now - TimeSpan.FromMinutes(60) ? Texts(10) : Texts(1000));

        var judged = await Desk(store, new QuotaLimits { MonthlySegments = 1001, HourlyAmount = 1 }).JudgeAsync(new UsageFigures { Amount = 0.4m, Segments = 2 }, CancellationToken.None);

        Assert.Equal(
            [(QuotaSubject.MonthlySegments, 1000m, QuotaVerdict.Over), (QuotaSubject.HourlyAmount, 0.5m, QuotaVerdict.Warned)],
            judged!.Findings.Select(finding => (finding.Subject, finding.Used, finding.Verdict)));
    }

    [Fact]
    public async Task Without_limits_nothing_is_read_before_a_launch()
    {
        var store = new ScriptedUsageStore((_, _) => Texts(1));

        Assert.Null(await Desk(store, QuotaLimits.None).JudgeAsync(UsageFigures.None, CancellationToken.None));
        Assert.Empty(store.Asked);
    }

    [Fact]
    public async Task A_launch_does_not_wait_for_a_store_that_is_slow_or_fails()
    {
        var endless = new TaskCompletionSource<IReadOnlyList<UsageGroup>>();
        var slow = Desk(new ScriptedUsageStore((_, _) => endless.Task), new QuotaLimits { MonthlySegments = 1 }).JudgeAsync(UsageFigures.None, CancellationToken.None);
        Assert.False(slow.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await slow);

        var failing = new ScriptedUsageStore((_, _) => Task.FromException<IReadOnlyList<UsageGroup>>(new AlertStoreException("busy", isTransient: true)));
        Assert.Null(await Desk(failing, new QuotaLimits { MonthlySegments = 1 }).JudgeAsync(UsageFigures.None, CancellationToken.None));
        Assert.Null(await Desk(failing, QuotaLimits.None).PresentAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Consoles_that_ask_every_second_read_the_store_every_ten()
    {
        var store = new ScriptedUsageStore((_, _) => Texts(1));
        var desk = Desk(store, QuotaLimits.None);
        for (var second = 0; second < 20; second++)
        {
            Assert.Equal(1, (await desk.PresentAsync(CancellationToken.None))!.Total.Segments);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, store.Asked.Count);
    }

    [Fact]
    public void Only_what_is_over_a_limit_is_refused_and_never_a_vital_real_alert()
    {
        var desk = Desk(new ScriptedUsageStore((_, _) => Texts(1)), QuotaLimits.None);
        var over = QuotaJudgement.Of(new QuotaLimits { MonthlySegments = 1 }, new UsageFigures { Segments = 2 }, UsageFigures.None, UsageFigures.None);

        Assert.True(desk.Allows(over, AlertKind.Real, AlertPurpose.Vital));
        Assert.False(desk.Allows(over, AlertKind.Real, AlertPurpose.Information));
        Assert.True(desk.Allows(new QuotaJudgement([]), AlertKind.Exercise, AlertPurpose.Information));
    }

    private UsageDesk Desk(IUsageStore store, QuotaLimits limits) => new(
        store,
        new UsageSettings { Organisation = OrganisationId.New(_time), TimeZone = "Europe/Paris", Tariffs = Prices, Limits = limits },
        _time,
        NullLogger.Instance);

    private static Task<IReadOnlyList<UsageGroup>> Texts(long segments) =>
        Task.FromResult<IReadOnlyList<UsageGroup>>([new UsageGroup { Channel = ChannelKind.Sms, Line = "sms", Prefix = "+336", Begun = segments, Units = segments }]);
}
