using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Progress;

namespace AlertAutomaton.Alerting.Stores;

/// <summary>An alert as a restart finds it.</summary>
public sealed record UnfinishedAlert
{
    /// <summary>The alert as ordered.</summary>
    public required Alert Alert { get; init; }

    /// <summary>Running, paused or ending.</summary>
    public required AlertPhase Phase { get; init; }

    /// <summary>Why it is ending; <see cref="AlertEnding.None"/> while it runs or is paused.</summary>
    public AlertEnding Ending { get; init; }

    /// <summary>The figures so far: all recipients, final ones included, and all attempts begun.</summary>
    public required AlertTotals Totals { get; init; }

    /// <summary>The recipients that are not final yet, in the order of the list.</summary>
    public required IReadOnlyList<UnfinishedRecipient> Recipients { get; init; }
}
