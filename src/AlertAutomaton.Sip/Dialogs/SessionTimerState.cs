namespace AlertAutomaton.Sip.Dialogs;

/// <summary>The session timer of a call (RFC 4028).</summary>
/// <param name="Interval">The session interval; zero when no timer runs.</param>
/// <param name="WeRefresh">Whether we are the refresher.</param>
/// <param name="Refreshing">Whether a refresh of ours awaits its response.</param>
internal readonly record struct SessionTimerState(TimeSpan Interval, bool WeRefresh, bool Refreshing = false);
