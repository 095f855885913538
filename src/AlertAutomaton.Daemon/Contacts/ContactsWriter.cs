using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace AlertAutomaton.Daemon.Contacts;

/// <summary>
/// Writes households as CSV that a spreadsheet cannot run: cells that begin like a formula get an apostrophe (OWASP, CSV injection),
/// phone numbers too, so that they stay text and keep their plus sign.
/// <see cref="ContactsReader"/> reads it back.
/// </summary>
internal static class ContactsWriter
{
    public static void Write(TextWriter output, IEnumerable<ImportedContact> contacts)
    {
        using var csv = new CsvWriter(output, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }, leaveOpen: true);
        foreach (var column in Enum.GetValues<ContactColumn>())
        {
            csv.WriteField(ContactColumnNames.Canonical(column));
        }

        csv.NextRecord();
        foreach (var contact in contacts)
        {
            foreach (var cell in Cells(contact))
            {
                csv.WriteField(FormulaGuard.Neutral(cell));
            }

            csv.NextRecord();
        }
    }

    private static IEnumerable<string> Cells(ImportedContact contact) =>
    [
        contact.Name,
        string.Join(" / ", contact.Phones),
        "",
        contact.Email ?? "",
        contact.Language ?? "",
        string.Join(" | ", contact.Groups),
        contact.Address ?? "",
        contact.Latitude?.ToString(CultureInfo.InvariantCulture) ?? "",
        contact.Longitude?.ToString(CultureInfo.InvariantCulture) ?? "",
        contact.Vulnerable ? "1" : "",
        contact.TrustedName ?? "",
        contact.TrustedPhone ?? "",
    ];
}
