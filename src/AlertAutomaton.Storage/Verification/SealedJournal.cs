using System.IO.Pipelines;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Storage.Verification;

/// <summary>
/// A journal as a file that proves itself: whoever has it can check without the database that no entry was changed, left out or
/// added since. What it cannot show alone is that the whole file was not made anew; for that its final hash is printed in reports.
/// </summary>
public static class SealedJournal
{
    /// <summary>Writes the journal of an alert as a sealed file, checking it on the way. An unsound journal is written up to
    /// its first fault and not sealed.</summary>
    /// <param name="store">The store.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="output">Where to; left open.</param>
    /// <param name="time">Dates the file.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What was found; the final hash is the one in the seal.</returns>
    public static async Task<VerificationReport> ExportAsync(IAlertStore store, AlertId alert, Stream output, TimeProvider time, CancellationToken ct)
    {
        PipeWriter writer = PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true));
        var check = new JournalCheck(alert);
        VerificationFault? fault = null;
        SealedJournalFormat.WriteHead(writer, alert, time.GetUtcNow());
        await foreach (JournalEntry entry in store.ReadJournalAsync(alert, 0, ct))
        {
            fault = check.Next(entry);
            if (fault is not null)
            {
                break;
            }

            SealedJournalFormat.WriteEntry(writer, entry);
            await writer.FlushAsync(ct);
        }

        if (check.Entries == 0)
        {
            fault ??= new VerificationFault("journal", $"there is no journal of alert {alert}");
        }

        if (fault is null)
        {
            SealedJournalFormat.WriteSeal(writer, check.Entries, check.FinalHash);
        }

        await writer.CompleteAsync();
        return Report(alert, check, fault);
    }

    /// <summary>Checks a sealed file without the database. Any input is allowed; the first fault names its line.</summary>
    /// <param name="input">The file; left open.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What was found.</returns>
    public static async Task<VerificationReport> VerifyAsync(Stream input, CancellationToken ct)
    {
        var check = new JournalCheck(default);
        AlertId alert = default;
        int line = 0;
        bool isSealed = false;
        await foreach (byte[]? text in BoundedLines.ReadAsync(input, SealedJournalFormat.LongestLine, ct))
        {
            line++;
            VerificationFault? fault;
            if (text is null)
            {
                fault = Fault(line, "it is too long");
            }
            else if (isSealed)
            {
                fault = Fault(line, "something follows the seal");
            }
            else if (line == 1)
            {
                fault = SealedJournalFormat.TryReadHead(text, out alert, out string whyNot) ? null : Fault(line, whyNot);
                check = new JournalCheck(alert);
            }
            else if (SealedJournalFormat.TryReadSeal(text, out long entries, out string finalHash))
            {
                isSealed = true;
                fault = CheckSeal(check, line, entries, finalHash);
            }
            else
            {
                fault = SealedJournalFormat.TryReadEntry(text, alert, out JournalEntry? entry, out string whyNot) ? check.Next(entry!, line) : Fault(line, whyNot);
            }

            if (fault is not null)
            {
                return Report(alert, check, fault);
            }
        }

        return Report(alert, check, isSealed ? null : Fault(line + 1, "the file ends without its seal: it was cut off"));
    }

    private static VerificationFault? CheckSeal(JournalCheck check, int line, long entries, string finalHash)
    {
        if (entries != check.Entries)
        {
            return Fault(line, $"the seal counts {entries} entries, the file has {check.Entries}");
        }

        return string.Equals(finalHash, check.FinalHash, StringComparison.OrdinalIgnoreCase) ? null : Fault(line, "the seal's hash is not that of the last entry");
    }

    private static VerificationFault Fault(int line, string what) => new($"line {line}", what, Line: line);

    private static VerificationReport Report(AlertId alert, JournalCheck check, VerificationFault? fault) => new()
    {
        Alert = alert,
        Title = check.Replay.Alert?.Title ?? "",
        Entries = check.Entries,
        FinalHash = check.FinalHash,
        Fault = fault,
    };
}
