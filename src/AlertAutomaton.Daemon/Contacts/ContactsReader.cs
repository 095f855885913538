using System.Globalization;
using AlertAutomaton.Daemon.Configuration.Problems;
using CsvHelper;
using CsvHelper.Configuration;

namespace AlertAutomaton.Daemon.Contacts;

/// <summary>
/// Reads a contacts file (CSV with <c>,</c>, <c>;</c> or tab, in UTF-8, UTF-16 or Windows-1252). Every row is either taken or refused
/// with its line, column and reason.
/// </summary>
internal sealed class ContactsReader
{
    /// <summary>Largest file in bytes.</summary>
    public const int MaxFileBytes = 256 * 1024 * 1024;

    /// <summary>Most rows in one file.</summary>
    public const int MaxRows = 1_000_000;

    private const int MaxFieldCharacters = 4096;

    private readonly List<ContactProblem> _problems = [];
    private readonly List<ImportedContact> _contacts = [];
    private readonly ContactRowReader _rows;
    private readonly DuplicateContacts _duplicates = new();
    private int _count;
    private int _headerCells;

    private ContactsReader(string country, IReadOnlyList<string> languages) => _rows = new ContactRowReader(country, languages, _problems);

    /// <param name="content">The bytes of the file.</param>
    /// <param name="country">Country whose national form of numbers is read.</param>
    /// <param name="languages">Languages in which messages are given.</param>
    public static ContactsReading Read(ReadOnlySpan<byte> content, string country, IReadOnlyList<string> languages)
    {
        var encoding = TextEncodingDetector.Detect(content);
        var reader = new ContactsReader(country, languages);
        reader.ReadText(TextEncodingDetector.Decode(content, encoding));
        return new ContactsReading
        {
            Rows = reader._count,
            Contacts = reader._contacts,
            Problems = [.. reader._problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)],
            Encoding = encoding.WebName,
        };
    }

    private void ReadText(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Refuse("empty", 0, 0);
            return;
        }

        var broken = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterDetector.Detect(text).ToString(),
            BadDataFound = _ => broken = true,
            MaxFieldSize = MaxFieldCharacters,
            IgnoreBlankLines = false,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var lastLine = 0;
        Dictionary<ContactColumn, int>? columns = null;
        try
        {
            while (parser.Read())
            {
                var line = lastLine + 1;
                lastLine = parser.RawRow;
                var cells = parser.Record ?? [];
                if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                {
                    continue;
                }

                if (columns is null)
                {
                    columns = ReadHeader(cells, line);
                    if (columns is null)
                    {
                        return;
                    }

                    continue;
                }

                if (++_count > MaxRows)
                {
                    Refuse("too-many-rows", line, 0, MaxRows);
                    return;
                }

                ReadRow(columns, cells, line, broken);
                broken = false;
            }
        }
        catch (MaxFieldSizeException)
        {
            // The parser cannot go on behind a field that never ends: usually one quote that is not closed.
            Refuse("field-too-long", lastLine + 1, 0, MaxFieldCharacters);
        }
    }

    private Dictionary<ContactColumn, int>? ReadHeader(string[] cells, int line)
    {
        var columns = new Dictionary<ContactColumn, int>();
        _headerCells = cells.Length;
        for (var i = 0; i < cells.Length; i++)
        {
            if (!ContactColumnNames.TryFind(cells[i], out var column))
            {
                if (!string.IsNullOrWhiteSpace(cells[i]))
                {
                    Warn("column-unknown", line, i + 1, cells[i].Trim());
                }
            }
            else if (!columns.TryAdd(column, i))
            {
                Refuse("column-twice", line, i + 1, cells[i].Trim(), columns[column] + 1);
                return null;
            }
        }

        if (!columns.ContainsKey(ContactColumn.Name))
        {
            Refuse("no-name-column", line, 0);
            return null;
        }

        if (!columns.ContainsKey(ContactColumn.Mobile) && !columns.ContainsKey(ContactColumn.Landline) && !columns.ContainsKey(ContactColumn.Email))
        {
            Refuse("no-reach-column", line, 0);
            return null;
        }

        return columns;
    }

    private void ReadRow(Dictionary<ContactColumn, int> columns, string[] cells, int line, bool broken)
    {
        if (broken)
        {
            Refuse("broken-quotes", line, 0);
            return;
        }

        // A delimiter inside an unquoted field shifts all cells behind it: numbers could land in the wrong column.
        if (cells.Skip(_headerCells).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            Refuse("more-cells", line, _headerCells + 1, _headerCells);
            return;
        }

        if (_rows.Read(columns, cells, line) is not { } contact)
        {
            return;
        }

        if (_duplicates.FindSame(contact) is { } same)
        {
            Refuse("household-twice", line, columns[ContactColumn.Name] + 1, contact.Name, same.Line);
            return;
        }

        foreach (var (phone, other) in _duplicates.FindShared(contact))
        {
            var column = columns.TryGetValue(ContactColumn.Mobile, out var mobile) ? mobile : columns.GetValueOrDefault(ContactColumn.Landline);
            Warn("number-twice", line, column + 1, phone, other.Line);
        }

        _duplicates.Remember(contact);
        _contacts.Add(contact);
    }

    private void Refuse(string code, int line, int column, params IReadOnlyList<object> arguments) =>
        _problems.Add(new ContactProblem(ProblemSeverity.Error, code, line, column, arguments));

    private void Warn(string code, int line, int column, params IReadOnlyList<object> arguments) =>
        _problems.Add(new ContactProblem(ProblemSeverity.Warning, code, line, column, arguments));
}
