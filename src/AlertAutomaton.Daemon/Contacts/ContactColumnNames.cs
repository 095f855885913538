using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AlertAutomaton.Daemon.Contacts;

/// <summary>Recognises the columns of a contacts file by their headers in French and English, whatever their case, accents and dashes.</summary>
internal static class ContactColumnNames
{
    private static readonly Dictionary<string, ContactColumn> Known = Load();

    /// <summary>Canonical header of a column, as exports write it.</summary>
    public static string Canonical(ContactColumn column) => column switch
    {
        ContactColumn.TrustedName => "trusted_name",
        ContactColumn.TrustedPhone => "trusted_phone",
        _ => column.ToString().ToLowerInvariant(),
    };

    public static bool TryFind(string header, out ContactColumn column) => Known.TryGetValue(Normalise(header), out column);

    private static Dictionary<string, ContactColumn> Load()
    {
        using var stream = typeof(ContactColumnNames).Assembly.GetManifestResourceStream("contact-columns.json")!;
        var table = JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!;
        var known = new Dictionary<string, ContactColumn>(StringComparer.Ordinal);
        foreach (var column in Enum.GetValues<ContactColumn>())
        {
            foreach (var spelling in table[Canonical(column)])
            {
                known.Add(spelling, column);
            }

            known[Normalise(Canonical(column))] = column;
        }

        return known;
    }

    private static string Normalise(string header)
    {
        var plain = new StringBuilder(header.Length);
        foreach (var character in header.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character))
            {
                plain.Append(char.ToLowerInvariant(character));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }
}
