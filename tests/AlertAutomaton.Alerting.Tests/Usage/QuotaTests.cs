using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Usage;

namespace AlertAutomaton.Alerting.Tests.Usage;

public sealed class QuotaTests
{
    private static readonly UsageFigures Month = new() { Segments = 70, CallSeconds = 3000, Mails = 5, Amount = 12.5m, CallsBegun = 90 };

    [Theory]
    [InlineData(0, QuotaVerdict.Under)]
    [InlineData(10, QuotaVerdict.Under)]
    [InlineData(11, QuotaVerdict.Warned)]
    [InlineData(30, QuotaVerdict.Warned)]
    [InlineData(31, QuotaVerdict.Over)]
    public void A_limit_warns_above_its_percentage_and_is_gone_over_above_itself(long expected, QuotaVerdict verdict)
    {
        var judged = QuotaJudgement.Of(new QuotaLimits { MonthlySegments = 100 }, Month, UsageFigures.None, new UsageFigures { Segments = expected });

        Assert.Equal(verdict, judged.Verdict);
        Assert.Equal(new QuotaFinding(QuotaSubject.MonthlySegments, 70, expected, 100, verdict), Assert.Single(judged.Findings));
    }

    [Fact]
    public void Every_limit_is_judged_by_its_own_figure_and_the_worst_counts()
    {
        var limits = new QuotaLimits
        {
            MonthlySegments = 1000, MonthlyCallMinutes = 55, MonthlyMails = 100, MonthlyAmount = 12.49m, HourlyCalls = 40, HourlyAmount = 3,
        };
        var hour = new UsageFigures { CallsBegun = 30, Amount = 1 };

        var judged = QuotaJudgement.Of(limits, Month, hour, new UsageFigures { CallsBegun = 5 });

        Assert.Equal(
            [
                (QuotaSubject.MonthlySegments, 70m, QuotaVerdict.Under),
                (QuotaSubject.MonthlyCallMinutes, 50m, QuotaVerdict.Warned),
                (QuotaSubject.MonthlyMails, 5m, QuotaVerdict.Under),
                (QuotaSubject.MonthlyAmount, 12.5m, QuotaVerdict.Over),
                (QuotaSubject.HourlyCalls, 30m, QuotaVerdict.Warned),
                (QuotaSubject.HourlyAmount, 1m, QuotaVerdict.Under),
            ],
            judged.Findings.Select(finding => (finding.Subject, finding.Used, finding.Verdict)));
        Assert.Equal(QuotaVerdict.Over, judged.Verdict);
        Assert.Equal("MonthlyAmount: 12.5 used, 0 expected, limit 12.49", judged.Describe());
    }

    [Theory]
    [InlineData(AlertKind.Real, AlertPurpose.Vital, true)]
    [InlineData(AlertKind.Real, AlertPurpose.Information, false)]
    [InlineData(AlertKind.Real, AlertPurpose.Convocation, false)]
    [InlineData(AlertKind.Exercise, AlertPurpose.Vital, false)]
    [InlineData(AlertKind.Test, AlertPurpose.Vital, false)]
    public void Only_a_vital_real_alert_goes_over_a_limit(AlertKind kind, AlertPurpose purpose, bool allowed)
    {
        var over = QuotaJudgement.Of(new QuotaLimits { MonthlySegments = 1 }, Month, UsageFigures.None, UsageFigures.None);
        var warned = QuotaJudgement.Of(new QuotaLimits { MonthlySegments = 71 }, Month, UsageFigures.None, UsageFigures.None);

        Assert.Equal(allowed, over.Allows(kind, purpose));
        Assert.True(warned.Allows(kind, purpose));
    }

    [Fact]
    public void Without_limits_everything_goes()
    {
        var judged = QuotaJudgement.Of(QuotaLimits.None, Month, Month, Month);

        Assert.Equal(QuotaVerdict.Under, judged.Verdict);
        Assert.Null(judged.Describe());
        Assert.False(QuotaLimits.None.HasAny);
    }
}
