using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Daemon.Links;

/// <summary>How long a link leads anywhere: as long as its alert runs, and a day more to say that it is over. Pure.</summary>
internal static class LinkLifetime
{
    private static readonly TimeSpan AfterTheEnd = TimeSpan.FromDays(1);

    public static bool IsOver(AlertRow alert) => alert.Phase == AlertPhase.Finished;

    public static bool IsExpired(AlertRow alert, DateTimeOffset now) =>
        IsOver(alert) && now >= (alert.FinishedAt ?? alert.Alert.ExpiresAt) + AfterTheEnd;
}
