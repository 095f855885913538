namespace AlertAutomaton.Sip.Dialogs;

/// <summary>What the call has to do after a step of its session timer.</summary>
internal abstract record SessionTimerEffect
{
    private SessionTimerEffect()
    {
    }

    /// <summary>Wait for the refresh and for the expiry; a null wait stops that one.</summary>
    public sealed record Arm(TimeSpan? Refresh, TimeSpan? Expiry) : SessionTimerEffect;

    /// <summary>Send a refresh: UPDATE where the far end allows it, else re-INVITE.</summary>
    public sealed record SendRefresh : SessionTimerEffect;

    /// <summary>Hang up: the session is dead.</summary>
    public sealed record HangUp : SessionTimerEffect;
}
