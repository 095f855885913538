using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>
/// What the calls of the last alerts on file have shown of this town: how often people, machines and nobody take the first, second, third
/// call, and how long it rings. How long people listen follows the message: it is taken over only from alerts that said the same.
/// </summary>
internal sealed class PastCalls(IAlertStore store)
{
    private const int Alerts = 5;
    private const int AttemptsOfEach = 5000;
    private const int PageOfAttempts = 2500;

    /// <summary>Fewer calls than these say less than the assumptions.</summary>
    private const int EnoughCalls = 50;

    private Reading _last = new([], false, new AttemptStatistics(), null);

    /// <summary>Puts what was seen in the place of what was assumed, as far as there is enough of it.</summary>
    /// <param name="assumptions">What is assumed of a town that nobody has called yet.</param>
    /// <param name="message">What is to be said.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The assumptions with what was seen in them.</returns>
    public async Task<ForecastAssumptions> LearnAsync(ForecastAssumptions assumptions, AlertMessage message, CancellationToken ct)
    {
        var past = await ReadAsync(message, ct);
        var known = past.Ring is { } ring ? assumptions with { RingBeforeAnswer = ring } : assumptions;
        var calls = new List<IReadOnlyList<AssumedCall>>();
        for (var call = 1; call <= CallWays.Kinds; call++)
        {
            var seen = past.Shown.Calls.Where(figures => figures.Call == call).ToList();
            calls.Add(seen.Sum(figures => figures.Count) < EnoughCalls
                ? known.WaysOf(call)
                : [.. seen.Select(figures => new AssumedCall(figures.Outcome, figures.Count, TimeOf(figures, known, past.SameMessage)))]);
        }

        return known with { Calls = calls };
    }

    private static TimeSpan TimeOf(CallFigures figures, ForecastAssumptions known, bool sameMessage) =>
        sameMessage || figures.Outcome is AttemptOutcome.NoAnswer or AttemptOutcome.Busy or AttemptOutcome.Network or AttemptOutcome.InvalidNumber or AttemptOutcome.Refused
            ? figures.LineTime / figures.Count
            : known.TimeOf(figures.Outcome);

    private static bool SaysTheSame(AlertMessage one, AlertMessage other) =>
        one.Texts.Select(text => (text.Language, text.Text, text.Recording))
            .SequenceEqual(other.Texts.Select(text => (text.Language, text.Text, text.Recording)));

    private async Task<Reading> ReadAsync(AlertMessage message, CancellationToken ct)
    {
        var page = await store.ListAlertsAsync(new AlertQuery { Limit = 4 * Alerts }, ct);
        AlertRow[] finished = [.. page.Rows.Where(row => row.Phase == AlertPhase.Finished && row.Totals.Attempts >= EnoughCalls)];
        AlertRow[] alike = [.. finished.Where(row => SaysTheSame(row.Alert.Message, message))];
        var sameMessage = alike.Length > 0;
        AlertId[] last = [.. (sameMessage ? alike : finished).Take(Alerts).Select(row => row.Alert.Id)];
        var known = _last;
        if (last.AsSpan().SequenceEqual(known.Of) && sameMessage == known.SameMessage)
        {
            return known;
        }

        var tally = new AttemptTally();
        var rings = (Time: TimeSpan.Zero, Count: 0);
        foreach (var alert in last)
        {
            string? after = null;
            var read = 0;
            var calls = new Dictionary<RecipientId, int>();
            do
            {
                var attempts = await store.ListAttemptsAsync(new AttemptQuery(alert) { After = after, Limit = PageOfAttempts }, ct);
                foreach (var attempt in attempts.Rows)
                {
                    // Texts and mails before it do not make a first call a later one.
                    if (attempt.Channel != ChannelKind.Voice)
                    {
                        continue;
                    }

                    var call = calls[attempt.Recipient] = calls.GetValueOrDefault(attempt.Recipient) + 1;
                    if (attempt.Ended is { } ended)
                    {
                        tally.Add(call, attempt.Outcome, ended - attempt.Begun);
                    }

                    rings = attempt.Answered is { } answered ? (rings.Time + (answered - attempt.Begun), rings.Count + 1) : rings;
                }

                read += attempts.Rows.Count;
                after = attempts.Next;
            }
            while (after is not null && read < AttemptsOfEach);
        }

        return _last = new Reading(last, sameMessage, tally.Snapshot(), rings.Count >= EnoughCalls ? rings.Time / rings.Count : null);
    }

    private sealed record Reading(AlertId[] Of, bool SameMessage, AttemptStatistics Shown, TimeSpan? Ring);
}
