using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;

namespace AlertAutomaton.Alerting.Tests.Duty;

public sealed class OperatorMattersTests
{
    private static readonly OperatorId Ada = OperatorId.New(TimeProvider.System);
    private static readonly OperatorId Bob = OperatorId.New(TimeProvider.System);

    [Theory]
    [InlineData(OperatorAlarmKind.Duress, DutySeverity.Urgent, true)]
    [InlineData(OperatorAlarmKind.HourlyCapReached, DutySeverity.Urgent, false)]
    [InlineData(OperatorAlarmKind.OperatorLocked, DutySeverity.ByDay, false)]
    public void Under_duress_everybody_but_that_operator_is_told(OperatorAlarmKind kind, DutySeverity severity, bool spared)
    {
        Assert.Equal(severity, OperatorMatters.SeverityOf(kind));
        Assert.Equal(spared ? Ada : null, OperatorMatters.NotFor(Alarm(kind, Ada)));
    }

    [Fact]
    public void One_kind_of_one_operator_is_one_matter()
    {
        Assert.Equal(OperatorMatters.KeyOf(Alarm(OperatorAlarmKind.Duress, Ada)), OperatorMatters.KeyOf(Alarm(OperatorAlarmKind.Duress, Ada)));
        Assert.Equal(4, new[] { Alarm(OperatorAlarmKind.Duress, Ada), Alarm(OperatorAlarmKind.Duress, Bob), Alarm(OperatorAlarmKind.OperatorLocked, Ada), Alarm(OperatorAlarmKind.Duress, null) }.Select(OperatorMatters.KeyOf).Distinct().Count());
    }

    private static OperatorAlarm Alarm(OperatorAlarmKind kind, OperatorId? who) => new(kind, OrganisationId.New(TimeProvider.System), who, DateTimeOffset.UnixEpoch, "call");
}
