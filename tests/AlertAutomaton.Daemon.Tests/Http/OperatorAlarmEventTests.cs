using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Daemon.Tests.Http;

public sealed class OperatorAlarmEventTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(OperatorAlarmKind.OperatorLocked, "operatorLocked")]
    [InlineData(OperatorAlarmKind.HourlyCapReached, "hourlyCapReached")]
    [InlineData(OperatorAlarmKind.Duress, "duress")]
    public void An_alarm_of_the_operators_line_is_a_live_event_with_the_operators_identifier_only(OperatorAlarmKind kind, string word)
    {
        var who = OperatorId.New(_time);
        var alarm = new OperatorAlarm(kind, OrganisationId.New(_time), who, _time.GetUtcNow(), "call-1");

        var live = LiveEvents.Of(new OperatorAlarmNotice(alarm) { At = alarm.At });

        Assert.Equal(("alarm", word, who.Value, alarm.At), (live.Kind, live.Detail, live.OperatorId!.Value, live.Time));
        Assert.Null(live.AlertId);
    }
}
