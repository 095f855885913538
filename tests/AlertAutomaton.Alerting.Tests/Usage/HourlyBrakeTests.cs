using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Usage;

namespace AlertAutomaton.Alerting.Tests.Usage;

public sealed class HourlyBrakeTests
{
    private static readonly QuotaLimits Limits = new() { HourlyCalls = 100, HourlyAmount = 20 };

    [Theory]
    [InlineData(99, 19.99, HourlyBrakeStep.None)]
    [InlineData(100, 0, HourlyBrakeStep.Pause)]
    [InlineData(0, 20, HourlyBrakeStep.Pause)]
    public void A_running_alert_is_paused_when_a_limit_of_the_hour_is_reached(int calls, double amount, HourlyBrakeStep step) =>
        Assert.Equal(step, HourlyBrake.Decide(Hour(calls, amount), AlertKind.Real, AlertPurpose.Information, AlertPhase.Running, null));

    [Theory]
    [InlineData(AlertKind.Real, AlertPurpose.Vital, HourlyBrakeStep.None)]
    [InlineData(AlertKind.Exercise, AlertPurpose.Vital, HourlyBrakeStep.Pause)]
    [InlineData(AlertKind.Test, AlertPurpose.Vital, HourlyBrakeStep.Pause)]
    [InlineData(AlertKind.Real, AlertPurpose.Convocation, HourlyBrakeStep.Pause)]
    public void Only_a_vital_real_alert_goes_over_the_limit(AlertKind kind, AlertPurpose purpose, HourlyBrakeStep step) =>
        Assert.Equal(step, HourlyBrake.Decide(Hour(500, 0), kind, purpose, AlertPhase.Running, null));

    [Theory]
    [InlineData(91, 0, HourlyBrakeStep.None)]
    [InlineData(90, 18.5, HourlyBrakeStep.None)]
    [InlineData(90, 18, HourlyBrakeStep.Resume)]
    public void It_goes_on_when_the_hour_has_room_for_more_than_a_call_or_two(int calls, double amount, HourlyBrakeStep step)
    {
        var reason = HourlyBrake.ReasonOf(Hour(100, 20));
        Assert.Equal("hourly limit: HourlyCalls 100 of 100; HourlyAmount 20 of 20", reason);
        Assert.Equal(step, HourlyBrake.Decide(Hour(calls, amount), AlertKind.Exercise, AlertPurpose.Vital, AlertPhase.Paused, reason));
    }

    [Theory]
    [InlineData("the mayor wants to listen first")]
    [InlineData("")]
    [InlineData(null)]
    public void A_pause_that_a_person_ordered_is_left_to_that_person(string? reason) =>
        Assert.Equal(HourlyBrakeStep.None, HourlyBrake.Decide(Hour(0, 0), AlertKind.Exercise, AlertPurpose.Vital, AlertPhase.Paused, reason));

    [Theory]
    [InlineData(AlertPhase.Ending)]
    [InlineData(AlertPhase.Finished)]
    public void What_is_over_or_ends_is_left_alone(AlertPhase phase) =>
        Assert.Equal(HourlyBrakeStep.None, HourlyBrake.Decide(Hour(500, 500), AlertKind.Exercise, AlertPurpose.Vital, phase, HourlyBrake.Mark));

    [Fact]
    public void A_limit_of_the_month_pauses_nothing()
    {
        var month = QuotaJudgement.Of(new QuotaLimits { MonthlyMails = 1 }, new UsageFigures { Mails = 9 }, UsageFigures.None, UsageFigures.None);
        Assert.Equal(HourlyBrakeStep.None, HourlyBrake.Decide(month, AlertKind.Exercise, AlertPurpose.Vital, AlertPhase.Running, null));
    }

    private static QuotaJudgement Hour(int calls, double amount) =>
        QuotaJudgement.Of(Limits, UsageFigures.None, new UsageFigures { CallsBegun = calls, Amount = (decimal)amount }, UsageFigures.None);
}
