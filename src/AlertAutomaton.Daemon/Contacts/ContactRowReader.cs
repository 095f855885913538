using System.Globalization;
using AlertAutomaton.Daemon.Configuration.Problems;
using AlertAutomaton.Daemon.Configuration.Validation;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Contacts;

/// <summary>Turns the cells of one row into a household, or says why it cannot.</summary>
internal sealed class ContactRowReader(string country, IReadOnlyList<string> languages, List<ContactProblem> problems)
{
    private const int LongestName = 200;
    private const int MostGroups = 32;

    private static readonly string[] Yes = ["1", "x", "yes", "y", "true", "oui", "o", "vrai"];
    private static readonly string[] No = ["", "0", "no", "n", "false", "non", "faux"];

    public ImportedContact? Read(IReadOnlyDictionary<ContactColumn, int> columns, string[] cells, int line)
    {
        var row = new Row(columns, cells, line);
        var name = row.Text(ContactColumn.Name);
        if (name.Length == 0)
        {
            Refuse("no-name", row, ContactColumn.Name);
            return null;
        }

        if (name.Length > LongestName)
        {
            Refuse("name-too-long", row, ContactColumn.Name, LongestName);
            return null;
        }

        var phones = new List<string>();
        var broken = 0;
        broken += ReadPhones(row, ContactColumn.Mobile, phones);
        string[] textPhones = [.. phones];
        broken += ReadPhones(row, ContactColumn.Landline, phones);

        var email = ReadEmail(row);
        if (phones.Count == 0 && email is null)
        {
            Refuse(broken > 0 ? "no-usable-reach" : "no-reach", row, ContactColumn.Mobile, name);
            return null;
        }

        return new ImportedContact
        {
            Line = line,
            Name = name,
            Phones = phones,
            TextPhones = textPhones,
            Email = email,
            Language = ReadLanguage(row),
            Groups = ReadGroups(row),
            Address = row.TextOrNull(ContactColumn.Address),
            Latitude = ReadDegrees(row, ContactColumn.Latitude, 90),
            Longitude = ReadDegrees(row, ContactColumn.Longitude, 180),
            Vulnerable = ReadFlag(row, ContactColumn.Vulnerable),
            TrustedName = row.TextOrNull(ContactColumn.TrustedName),
            TrustedPhone = ReadTrustedPhone(row),
        };
    }

    /// <summary>Adds the cell's numbers (apart by '/', '|' or a new line) and returns how many were unusable.</summary>
    private int ReadPhones(Row row, ContactColumn column, List<string> phones)
    {
        var broken = 0;
        foreach (var written in row.Text(column).Split(['/', '|', '\n', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!NationalNumbering.TryParse(written, country, out var parsed, out var refusal))
            {
                Warn("number-broken", row, column, written, new TextKey($"number.{refusal}"));
                broken++;
            }
            else if (!phones.Contains(parsed.ToString(), StringComparer.Ordinal))
            {
                phones.Add(parsed.ToString());
            }
        }

        return broken;
    }

    private string? ReadEmail(Row row)
    {
        var email = row.TextOrNull(ContactColumn.Email);
        if (email is null || EmailAddressForm.IsSound(email))
        {
            return email;
        }

        Warn("email-broken", row, ContactColumn.Email, email);
        return null;
    }

    private string? ReadLanguage(Row row)
    {
        var written = row.TextOrNull(ContactColumn.Language);
        if (written is null)
        {
            return null;
        }

        var known = languages.FirstOrDefault(language => written.StartsWith(language, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            Warn("language-unknown", row, ContactColumn.Language, written, string.Join(", ", languages));
        }

        return known;
    }

    private List<string> ReadGroups(Row row)
    {
        var groups = row.Text(ContactColumn.Groups)
            .Split(['|', '/', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (groups.Count > MostGroups)
        {
            Warn("groups-many", row, ContactColumn.Groups, MostGroups);
        }

        return [.. groups.Take(MostGroups)];
    }

    private double? ReadDegrees(Row row, ContactColumn column, double most)
    {
        var written = row.TextOrNull(column);
        if (written is null)
        {
            return null;
        }

        // French spreadsheets write 44,1234.
        if (double.TryParse(written.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
            && Math.Abs(degrees) <= most)
        {
            return degrees;
        }

        Warn("degrees-broken", row, column, written, most);
        return null;
    }

    private bool ReadFlag(Row row, ContactColumn column)
    {
        var written = row.Text(column);
        if (Yes.Contains(written, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        // A mark that is not understood must not take a vulnerable person off the protected list.
        if (!No.Contains(written, StringComparer.OrdinalIgnoreCase))
        {
            Warn("flag-unclear", row, column, written);
            return true;
        }

        return false;
    }

    private string? ReadTrustedPhone(Row row)
    {
        var written = row.TextOrNull(ContactColumn.TrustedPhone);
        if (written is null)
        {
            return null;
        }

        if (NationalNumbering.TryParse(written, country, out var parsed, out var refusal))
        {
            return parsed.ToString();
        }

        Warn("number-broken", row, ContactColumn.TrustedPhone, written, new TextKey($"number.{refusal}"));
        return null;
    }

    private void Refuse(string code, Row row, ContactColumn column, params IReadOnlyList<object> arguments) =>
        problems.Add(new ContactProblem(ProblemSeverity.Error, code, row.Line, row.ColumnOf(column), arguments));

    private void Warn(string code, Row row, ContactColumn column, params IReadOnlyList<object> arguments) =>
        problems.Add(new ContactProblem(ProblemSeverity.Warning, code, row.Line, row.ColumnOf(column), arguments));

    private readonly record struct Row(IReadOnlyDictionary<ContactColumn, int> Columns, string[] Cells, int Line)
    {
        /// <summary>Column of the row from 1, or 0 when the file has no such column.</summary>
        public int ColumnOf(ContactColumn column) => Columns.TryGetValue(column, out var index) ? index + 1 : 0;

        public string Text(ContactColumn column) =>
            Columns.TryGetValue(column, out var index) && index < Cells.Length ? FormulaGuard.Original(Cells[index].Trim()) : "";

        public string? TextOrNull(ContactColumn column) => Text(column) is { Length: > 0 } text ? text : null;
    }
}
