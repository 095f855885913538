using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>
/// What the calls of the last alerts on file have shown of this town: how often people, machines and nobody take the first, second, third
/// call, and how long it rings. How long people listen follows the message, so that is not taken over.
/// </summary>
internal sealed class PastCalls(IAlertStore store)
{
    private const int Alerts = 5;
    private const int AttemptsOfEach = 5000;
    private const int PageOfAttempts = 2500;

    /// <summary>Fewer calls than these say less than the assumptions.</summary>
    private const int EnoughCalls = 50;

    private Reading _last = new([], new AttemptStatistics(), null);

    /// <summary>Puts what was seen in the place of what was assumed, as far as there is enough of it.</summary>
    public async Task<ForecastAssumptions> LearnAsync(ForecastAssumptions assumptions, CancellationToken ct)
    {
        var past = await ReadAsync(ct);
        var known = past.Ring is { } ring ? assumptions with { RingBeforeAnswer = ring } : assumptions;
        var calls = new List<IReadOnlyList<AssumedCall>>();
        for (var call = 1; call <= CallWays.Kinds; call++)
        {
            var seen = past.Shown.Calls.Where(figures => figures.Call == call).ToList();
            calls.Add(seen.Sum(figures => figures.Count) < EnoughCalls
                ? known.WaysOf(call)
                : [.. seen.Select(figures => new AssumedCall(figures.Outcome, figures.Count, TimeOf(figures, known)))]);
        }

        return known with { Calls = calls };
    }

    private static TimeSpan TimeOf(CallFigures figures, ForecastAssumptions known) =>
        figures.Outcome is AttemptOutcome.NoAnswer or AttemptOutcome.Busy or AttemptOutcome.Network or AttemptOutcome.InvalidNumber or AttemptOutcome.Refused
            ? figures.LineTime / figures.Count
            : known.TimeOf(figures.Outcome);

    private async Task<Reading> ReadAsync(CancellationToken ct)
    {
        var page = await store.ListAlertsAsync(new AlertQuery { Limit = 4 * Alerts }, ct);
        AlertId[] last = [.. page.Rows.Where(row => row.Phase == AlertPhase.Finished && row.Totals.Attempts >= EnoughCalls).Take(Alerts).Select(row => row.Alert.Id)];
        var known = _last;
        if (last.AsSpan().SequenceEqual(known.Of))
        {
            return known;
        }

        var tally = new AttemptTally();
        var rings = (Time: TimeSpan.Zero, Count: 0);
        foreach (var alert in last)
        {
            string? after = null;
            var read = 0;
            do
            {
                var attempts = await store.ListAttemptsAsync(new AttemptQuery(alert) { After = after, Limit = PageOfAttempts }, ct);
                foreach (var attempt in attempts.Rows)
                {
                    if (attempt.Ended is { } ended)
                    {
                        tally.Add(attempt.Number, attempt.Outcome, ended - attempt.Begun);
                    }

                    rings = attempt.Answered is { } answered ? (rings.Time + (answered - attempt.Begun), rings.Count + 1) : rings;
                }

                read += attempts.Rows.Count;
                after = attempts.Next;
            }
            while (after is not null && read < AttemptsOfEach);
        }

        return _last = new Reading(last, tally.Snapshot(), rings.Count >= EnoughCalls ? rings.Time / rings.Count : null);
    }

    private sealed record Reading(AlertId[] Of, AttemptStatistics Shown, TimeSpan? Ring);
}
