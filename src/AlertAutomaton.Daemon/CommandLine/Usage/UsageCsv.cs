using System.Globalization;
using AlertAutomaton.Contracts.Usage;
using AlertAutomaton.Daemon.Contacts;
using CsvHelper;
using CsvHelper.Configuration;

namespace AlertAutomaton.Daemon.CommandLine.Usage;

/// <summary>Writes a month as CSV (RFC 4180) for a spreadsheet: one row per line, numbers with a point.</summary>
internal static class UsageCsv
{
    private static readonly string[] Columns =
        ["month", "channel", "line", "texts", "segments", "calls_begun", "calls_answered", "call_seconds", "mails", "amount", "currency", "unpriced"];

    public static void Write(TextWriter output, UsageResource usage)
    {
        using var csv = new CsvWriter(output, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }, leaveOpen: true);
        Record(csv, Columns);
        foreach (var line in usage.Lines)
        {
            var figures = line.Figures;
            Record(csv,
            [
                usage.Month, line.Channel, FormulaGuard.Neutral(line.Line), Text(figures.Texts), Text(figures.Segments), Text(figures.CallsBegun),
                Text(figures.CallsAnswered), Text(figures.CallSeconds), Text(figures.Mails), figures.Amount?.ToString(CultureInfo.InvariantCulture) ?? "",
                figures.Amount is null ? "" : usage.Currency, Text(figures.Unpriced),
            ]);
        }
    }

    private static void Record(CsvWriter csv, IReadOnlyList<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
