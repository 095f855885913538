using AlertAutomaton.Sip.Dialogs;

namespace AlertAutomaton.Sip.Tests.Dialogs;

public sealed class SessionTimerTests
{
    [Theory]
    [InlineData(180, true, 90.0, 180.0)]
    [InlineData(180, false, null, 148.0)]
    [InlineData(90, false, null, 60.0)]
    [InlineData(1800, true, 900.0, 1800.0)]
    public void The_refresher_refreshes_at_half_and_the_other_side_ends_a_little_before_the_expiry(
        int interval, bool weRefresh, double? refresh, double expiry)
    {
        (_, SessionTimerEffect? effect) = SessionTimer.Step(default, new SessionTimerInput.Agreed(TimeSpan.FromSeconds(interval), weRefresh));
        SessionTimerEffect.Arm arm = Assert.IsType<SessionTimerEffect.Arm>(effect);
        Assert.Equal(refresh, arm.Refresh?.TotalSeconds);
        Assert.Equal(expiry, arm.Expiry?.TotalSeconds);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(408, true)]
    [InlineData(481, true)]
    [InlineData(500, false)]
    [InlineData(491, false)]
    public void A_failed_refresh_ends_the_session_only_when_the_far_end_is_gone(int? status, bool hangsUp)
    {
        var state = new SessionTimerState(TimeSpan.FromSeconds(200), WeRefresh: true, Refreshing: true);
        (SessionTimerState next, SessionTimerEffect? effect) = SessionTimer.Step(state, new SessionTimerInput.RefreshFailed(status));
        Assert.Equal(hangsUp, effect is SessionTimerEffect.HangUp);
        if (!hangsUp)
        {
            Assert.Equal(new SessionTimerEffect.Arm(TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(100)), effect);
            Assert.IsType<SessionTimerEffect.SendRefresh>(SessionTimer.Step(next, new SessionTimerInput.RefreshDue()).Effect);
        }
    }

    [Fact]
    public void Without_an_agreement_nothing_runs()
    {
        Assert.Null(SessionTimer.Step(default, new SessionTimerInput.Expired()).Effect);
        Assert.Null(SessionTimer.Step(default, new SessionTimerInput.RefreshDue()).Effect);
        Assert.Equal(
            new SessionTimerEffect.Arm(null, null),
            SessionTimer.Step(new(TimeSpan.FromSeconds(90), true), new SessionTimerInput.Agreed(TimeSpan.Zero, false)).Effect);
    }
}
