namespace AlertAutomaton.Sip.Dialogs;

/// <summary>What may happen to a session timer.</summary>
internal abstract record SessionTimerInput
{
    private SessionTimerInput()
    {
    }

    /// <summary>A 2xx to INVITE or UPDATE agreed on an interval, or, with zero, on none.</summary>
    public sealed record Agreed(TimeSpan Interval, bool WeRefresh) : SessionTimerInput;

    /// <summary>Half of the interval has passed.</summary>
    public sealed record RefreshDue : SessionTimerInput;

    /// <summary>The session expires now.</summary>
    public sealed record Expired : SessionTimerInput;

    /// <summary>Our refresh failed: null when no response came.</summary>
    public sealed record RefreshFailed(int? StatusCode) : SessionTimerInput;
}
