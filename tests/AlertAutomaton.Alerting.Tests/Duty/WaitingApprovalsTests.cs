using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Tests.Duty;

public sealed class WaitingApprovalsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 3, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(DraftState.Pending, -9, false)]
    [InlineData(DraftState.Pending, -10, true)]
    [InlineData(DraftState.Pending, 60, true)]
    [InlineData(DraftState.Running, -60, false)]
    public void A_request_is_raised_when_the_approvers_had_their_time(DraftState state, int minutes, bool raised)
    {
        Draft draft = Request(state, Now.AddMinutes(minutes));
        Assert.Equal(raised ? [draft] : [], WaitingApprovals.Look([draft], [], Patience, Now).Raise);
    }

    [Fact]
    public void It_is_raised_once_and_ended_when_somebody_decided()
    {
        Draft draft = Request(DraftState.Pending, Now.AddHours(-1));
        DutyMatterState matter = Matter(WaitingApprovals.KeyOf(draft.Id));
        DutyMatterState foreign = Matter("system:Store");
        (IReadOnlyList<Draft> raise, IReadOnlyList<string> end) = WaitingApprovals.Look([draft], [matter, foreign], Patience, Now);
        Assert.Empty(raise);
        Assert.Empty(end);
        Assert.Equal([matter.Matter.Key], WaitingApprovals.Look([], [matter, foreign], Patience, Now).End);
        Assert.Empty(WaitingApprovals.Look([], [matter with { Standing = DutyStanding.Over }], Patience, Now).End);
    }

    [Fact]
    public void A_real_one_rings_at_night_and_an_exercise_waits_for_the_day()
    {
        Draft draft = Request(DraftState.Pending, Now);
        Assert.Equal(DutySeverity.Urgent, WaitingApprovals.SeverityOf(draft));
        Assert.Equal(DutySeverity.ByDay, WaitingApprovals.SeverityOf(draft with { Kind = AlertKind.Exercise }));
    }

    private static DutyMatterState Matter(string key) => new() { Matter = ChainOnPaper.Matter(key) };

    private static Draft Request(DraftState state, DateTimeOffset submitted) => new()
    {
        Id = DraftId.New(TimeProvider.System),
        Organisation = OrganisationId.New(TimeProvider.System),
        Content = DraftContent.OfRecording(4, 3),
        Kind = AlertKind.Real,
        Title = "Flood",
        Households = 2,
        SubmittedBy = OperatorId.New(TimeProvider.System),
        State = state,
        SubmittedAt = submitted,
    };
}
