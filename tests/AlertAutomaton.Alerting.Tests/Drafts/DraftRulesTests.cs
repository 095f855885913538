using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.Tests.Operators;

namespace AlertAutomaton.Alerting.Tests.Drafts;

public sealed class DraftRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 20, 0, 0, TimeSpan.Zero);
    private readonly Operator _first = SampleOperators.Operator("1042");
    private readonly Operator _second = SampleOperators.Operator("1043");

    [Fact]
    public void A_colleague_approves_and_it_becomes_one_alert()
    {
        var (draft, verdict) = DraftRules.Approve(Pending(), _second, Now);
        Assert.Equal((DraftVerdict.Done, DraftState.Running, _second.Id), (verdict, draft.State, draft.DecidedBy));
        var alert = AlertId.New(TimeProvider.System);
        (draft, verdict) = DraftRules.Launched(draft, alert);
        Assert.Equal((DraftVerdict.Done, alert), (verdict, draft.Alert));
        Assert.Equal(DraftVerdict.NotNow, DraftRules.Launched(draft, alert).Verdict);
        Assert.Equal(3, draft.Version);
    }

    [Fact]
    public void Nobody_approves_their_own()
    {
        Assert.Equal(DraftVerdict.OwnDraft, DraftRules.Approve(Pending(), _first, Now).Verdict);
        Assert.Equal(DraftVerdict.OwnDraft, DraftRules.Reject(Pending(), _first, "", Now).Verdict);
    }

    [Fact]
    public void Who_may_not_approve_who_left_and_who_is_from_elsewhere_does_not()
    {
        Assert.Equal(DraftVerdict.NotAllowed, DraftRules.Approve(Pending(), _second with { MayApprove = false }, Now).Verdict);
        Assert.Equal(DraftVerdict.NotAllowed, DraftRules.Approve(Pending(), _second with { Active = false }, Now).Verdict);
        Assert.Equal(DraftVerdict.NotAllowed, DraftRules.Approve(Pending(), _second with { Organisation = OrganisationId.New(TimeProvider.System) }, Now).Verdict);
    }

    [Fact]
    public void Only_the_first_decision_counts()
    {
        var (draft, _) = DraftRules.Reject(Pending(), _second, "wrong street", Now);
        Assert.Equal(DraftVerdict.NotNow, DraftRules.Approve(draft, _second, Now).Verdict);
        Assert.Equal(DraftVerdict.NotNow, DraftRules.Override(draft, Now.AddHours(1)).Verdict);
        Assert.Equal(DraftVerdict.NotNow, DraftRules.Submit(draft, _first, null, Now).Verdict);
    }

    [Fact]
    public void What_was_returned_may_be_submitted_again()
    {
        var (draft, _) = DraftRules.Return(Pending(), _second, "say which bridge", Now);
        (draft, var verdict) = DraftRules.Submit(draft, _first, null, Now);
        Assert.Equal((DraftVerdict.Done, DraftState.Pending, null), (verdict, draft.State, draft.DecidedBy));
    }

    [Fact]
    public void What_the_engine_refused_goes_back_and_does_not_leave_by_itself()
    {
        var (draft, _) = DraftRules.Approve(Pending(), _second, Now);
        (draft, var verdict) = DraftRules.NotLaunched(draft, "disk full");
        Assert.Equal((DraftVerdict.Done, DraftState.Returned, "disk full"), (verdict, draft.State, draft.Reason));
        Assert.Equal(DraftVerdict.NotNow, DraftRules.NotLaunched(draft, "").Verdict);
    }

    [Fact]
    public void Danger_to_life_goes_without_a_second_person_after_the_time_set_and_says_so()
    {
        var pending = Pending(TimeSpan.FromMinutes(5));
        Assert.Equal(DraftVerdict.TooEarly, DraftRules.Override(pending, Now.AddMinutes(5).AddTicks(-1)).Verdict);
        var (draft, verdict) = DraftRules.Override(pending, Now.AddMinutes(5));
        Assert.Equal((DraftVerdict.Done, true, DraftState.Running, null), (verdict, draft.ByOverride, draft.State, draft.DecidedBy));
        Assert.Equal(DraftVerdict.TooEarly, DraftRules.Override(Pending(), Now.AddDays(9)).Verdict);
    }

    private Draft Pending(TimeSpan? overrideAfter = null) => DraftRules.Submit(
        new Draft
        {
            Id = DraftId.New(TimeProvider.System), Organisation = SampleOperators.Town, Content = DraftContent.OfRecording(1, 2), Kind = AlertKind.Real, Title = "Flood", Households = 412,
            SubmittedBy = _first.Id,
        },
        _first,
        overrideAfter,
        Now).Draft;
}
