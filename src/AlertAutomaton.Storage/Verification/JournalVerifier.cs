using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Storage.Verification;

/// <summary>
/// Checks an alert in a store: walks the journal, recomputes the chain, and compares every state row with what the journal
/// says. Works on any store, since it only uses the port.
/// </summary>
public static class JournalVerifier
{
    private const int Tries = 5;
    private const int PageSize = 5000;

    /// <summary>Checks one alert.</summary>
    /// <param name="store">The store.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What was found; the first fault names its place. An unknown alert is a fault.</returns>
    public static async Task<VerificationReport> VerifyAsync(IAlertStore store, AlertId alert, CancellationToken ct)
    {
        for (int attempt = 1; ; attempt++)
        {
            AlertRow? before = await ReadAlertAsync(store, alert, ct);
            if (before is null)
            {
                return new VerificationReport { Alert = alert, Fault = new VerificationFault("alert", $"there is no readable alert {alert}") };
            }

            var check = new JournalCheck(alert);
            VerificationFault? fault = await WalkAsync(store, alert, check, before.JournalLength, ct);
            VerificationFault? rows = fault is null ? await CompareRowsAsync(store, before, check.Replay, ct) : null;
            AlertRow? after = await ReadAlertAsync(store, alert, ct);

            // Rows are read page by page, so those of an alert that moved on meanwhile prove nothing against it.
            bool stoodStill = after?.JournalLength == before.JournalLength;
            if (fault is not null || stoodStill || attempt == Tries)
            {
                return new VerificationReport
                {
                    Alert = alert,
                    Title = before.Alert.Title,
                    Entries = check.Entries,
                    FinalHash = check.FinalHash,
                    RowsCompared = fault is null && stoodStill,
                    Fault = fault ?? (stoodStill ? rows : null),
                };
            }
        }
    }

    private static async Task<AlertRow?> ReadAlertAsync(IAlertStore store, AlertId alert, CancellationToken ct)
    {
        try
        {
            return await store.GetAlertAsync(alert, ct);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static async Task<VerificationFault?> WalkAsync(IAlertStore store, AlertId alert, JournalCheck check, long length, CancellationToken ct)
    {
        await foreach (JournalEntry entry in store.ReadJournalAsync(alert, 0, ct))
        {
            if (check.Entries == length)
            {
                return null;
            }

            if (check.Next(entry) is { } fault)
            {
                return fault;
            }
        }

        return check.Entries == length
            ? null
            : new VerificationFault($"entry {check.Entries + 1}", $"the journal ends after entry {check.Entries}, the alert's row says {length}", check.Entries + 1);
    }

    private static async Task<VerificationFault?> CompareRowsAsync(IAlertStore store, AlertRow row, AlertReplay replay, CancellationToken ct) =>
        CompareAlert(row, replay) ?? await CompareRecipientsAsync(store, replay, ct) ?? await CompareAttemptsAsync(store, replay, ct);

    private static VerificationFault? CompareAlert(AlertRow row, AlertReplay replay)
    {
        if (row.Totals != replay.CountTotals())
        {
            return new VerificationFault("row of the alert", $"its figures are {row.Totals}, the journal says {replay.CountTotals()}");
        }

        return (row.Phase, row.Ending, row.Reason, row.FinishedAt) == (replay.Phase, replay.Ending, replay.Reason, replay.FinishedAt)
            ? null
            : new VerificationFault("row of the alert", $"it is {row.Phase} ({row.Ending}, {row.Reason}), the journal says {replay.Phase} ({replay.Ending}, {replay.Reason})");
    }

    private static async Task<VerificationFault?> CompareRecipientsAsync(IAlertStore store, AlertReplay replay, CancellationToken ct)
    {
        int position = 0;
        var query = new RecipientQuery(replay.Alert!.Id) { Limit = PageSize };
        string? after = null;
        do
        {
            Page<RecipientRow> page;
            try
            {
                page = await store.ListRecipientsAsync(query with { After = after }, ct);
            }
            catch (InvalidDataException error)
            {
                return new VerificationFault($"rows of the recipients after {position}", error.Message);
            }

            foreach (RecipientRow row in page.Rows)
            {
                if (position == replay.Recipients.Count)
                {
                    return new VerificationFault($"row of recipient {row.Recipient.Id}", "the journal does not know it");
                }

                RecipientRow told = replay.Recipients[position++];
                if (row != told)
                {
                    return new VerificationFault($"row of recipient {told.Recipient.Id} (place {told.Position})", $"it says {Describe(row)}, the journal says {Describe(told)}");
                }
            }

            after = page.Next;
        }
        while (after is not null);

        return position == replay.Recipients.Count ? null : new VerificationFault($"row of recipient {replay.Recipients[position].Recipient.Id}", "it is missing");
    }

    private static async Task<VerificationFault?> CompareAttemptsAsync(IAlertStore store, AlertReplay replay, CancellationToken ct)
    {
        int place = 0;
        var query = new AttemptQuery(replay.Alert!.Id) { Limit = PageSize };
        string? after = null;
        do
        {
            Page<AttemptRow> page = await store.ListAttemptsAsync(query with { After = after }, ct);
            foreach (AttemptRow row in page.Rows)
            {
                if (place == replay.Attempts.Count)
                {
                    return new VerificationFault($"row of attempt {row.Attempt}", "the journal does not know it");
                }

                AttemptRow told = replay.Attempts[place++];
                if (row != told)
                {
                    return new VerificationFault($"row of attempt {told.Attempt}", $"it says {row}, the journal says {told}");
                }
            }

            after = page.Next;
        }
        while (after is not null);

        return place == replay.Attempts.Count ? null : new VerificationFault($"row of attempt {replay.Attempts[place].Attempt}", "it is missing");
    }

    /// <summary>The state without the person: faults are read by more people than registers.</summary>
    private static string Describe(RecipientRow row) =>
        $"{row.Score}, {(row.Reason is { } reason ? reason.ToString() : "not final")}, {row.Acknowledgement}, {row.Attempts} attempts ({row.OpenAttempts} open), closed points {row.ClosedPoints}, next {row.Next?.NotBefore:O}";
}
