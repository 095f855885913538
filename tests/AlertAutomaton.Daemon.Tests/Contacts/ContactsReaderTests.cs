using System.Globalization;
using AlertAutomaton.Daemon.Configuration.Problems;
using AlertAutomaton.Daemon.Contacts;
using AlertAutomaton.Daemon.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Daemon.Tests.Contacts;

public sealed class ContactsReaderTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpora", "contacts");

    [Theory]
    [InlineData("good-utf8.csv", "utf-8")]
    [InlineData("good-utf8-bom.csv", "utf-8")]
    [InlineData("good-windows-1252.csv", "windows-1252")]
    [InlineData("good-utf16le-bom.csv", "utf-16")]
    [InlineData("good-utf16be-bom.csv", "utf-16BE")]
    [InlineData("good-utf16le.csv", "utf-16")]
    [InlineData("good-comma.csv", "utf-8")]
    [InlineData("good-tab.csv", "utf-8")]
    public void Every_spreadsheet_writes_the_same_two_households(string file, string encoding)
    {
        var reading = Read(file);

        Assert.Empty(reading.Problems);
        Assert.Equal(encoding, reading.Encoding);
        Assert.Equal(2, reading.Rows);
        var first = reading.Contacts[0];
        Assert.Equal("Famille Lefèvre", first.Name);
        Assert.Equal(["+33639981234", "+33199001234"], first.Phones);
        Assert.Equal(["quai", "école"], first.Groups);
        Assert.Equal("3 rue du Môle", first.Address);
        Assert.True(first.Vulnerable);
        Assert.Equal("lefevre@exemple.fr", first.Email);
        Assert.Equal("Garçonnière Noël", reading.Contacts[1].Name);
        Assert.Equal("en", reading.Contacts[1].Language);
        Assert.False(reading.Contacts[1].Vulnerable);
    }

    [Theory]
    [InlineData("empty.csv", 0, "error empty 0:0")]
    [InlineData("header-only.csv", 0)]
    [InlineData("no-name-column.csv", 0, "error no-name-column 1:0")]
    [InlineData("no-reach-column.csv", 0, "error no-reach-column 1:0")]
    [InlineData("column-twice.csv", 0, "error column-twice 1:3")]
    [InlineData("unknown-column.csv", 1, "warning column-unknown 1:3")]
    [InlineData(
        "broken-numbers.csv",
        1,
        "warning number-broken 2:2",
        "error no-usable-reach 2:2",
        "warning number-broken 2:3",
        "warning number-broken 3:3",
        "warning number-broken 4:2",
        "error no-usable-reach 4:2",
        "warning number-broken 5:2",
        "error no-usable-reach 5:2",
        "error no-reach 6:2")]
    [InlineData("no-name.csv", 1, "error no-name 2:1")]
    [InlineData("duplicates.csv", 3, "error household-twice 4:1", "warning number-twice 5:2")]
    [InlineData("shifted.csv", 1, "error more-cells 2:4")]
    [InlineData("broken-quotes.csv", 1, "error broken-quotes 2:0")]
    [InlineData("never-closed.csv", 1, "error field-too-long 3:0")]
    [InlineData("formulas.csv", 1)]
    [InlineData("many-lines.csv", 1, "warning number-broken 4:2", "error no-usable-reach 4:2")]
    [InlineData("odd-values.csv", 1, "warning email-broken 2:3", "warning language-unknown 2:4", "warning degrees-broken 2:5", "warning flag-unclear 2:7")]
    public void Every_fault_is_told_with_its_line_and_column_and_nothing_else_is_lost(string file, int taken, params string[] expected)
    {
        var reading = Read(file);

        var found = reading.Problems.Select(problem => string.Create(
            CultureInfo.InvariantCulture, $"{problem.Severity.ToString().ToLowerInvariant()} {problem.Code} {problem.Line}:{problem.Column}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Equal(taken, reading.Contacts.Count);
        Assert.Equal(reading.Problems.All(problem => problem.Severity != ProblemSeverity.Error), reading.IsComplete);
    }

    [Fact]
    public void Every_fault_says_reason_and_mend_in_each_language()
    {
        foreach (var problem in Directory.GetFiles(Folder).SelectMany(file => Read(Path.GetFileName(file)).Problems))
        {
            foreach (var language in OperatorLanguage.Available)
            {
                var texts = new OperatorTexts(CultureInfo.GetCultureInfo(language));
                Assert.True(texts.Format($"contacts.{problem.Code}.reason", [.. problem.Arguments]).Length > 10);
                Assert.True(texts.Format($"contacts.{problem.Code}.mend", [.. problem.Arguments]).Length > 10);
            }
        }
    }

    [Fact]
    public void What_is_exported_cannot_run_in_a_spreadsheet_and_reads_back_the_same()
    {
        var contacts = Read("formulas.csv").Contacts.Concat(Read("good-utf8.csv").Contacts).ToList();
        using var text = new StringWriter();

        ContactsWriter.Write(text, contacts);

        var cells = text.ToString().Split("\r\n").Skip(1).SelectMany(line => line.Split(','));
        Assert.All(cells, cell => Assert.DoesNotMatch("^\"?[=+\\-@\\t\\r]", cell));
        var back = ContactsReader.Read(System.Text.Encoding.UTF8.GetBytes(text.ToString()), "FR", ["fr", "en"]);
        Assert.Empty(back.Problems);
        Assert.Equal(contacts.Select(Line), back.Contacts.Select(Line));
        Assert.Equal("=cmd|'/c calc'!A1", back.Contacts[0].Name);
    }

    [Fact]
    public void Any_bytes_are_answered_and_every_row_is_either_taken_or_refused()
    {
        Prop.ForAll<byte[]>(bytes => ContactsReader.Read(bytes ?? [], "FR", ["fr"]).Contacts.Count >= 0).QuickCheckThrowOnFailure();
        var cells = Gen.Elements("A", "", "0639981234", "+33199001234", "\"", "15", "é", "=1", " ", "x,y");
        var rows = Gen.ListOf(Gen.ListOf(cells).Select(row => string.Join(';', row))).Select(lines => "name;mobile;landline\n" + string.Join('\n', lines));
        Prop.ForAll(rows.ToArbitrary(), text =>
        {
            var reading = ContactsReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "FR", ["fr"]);
            var refused = reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Line).Distinct().Count();
            return reading.Contacts.Count + refused >= reading.Rows && reading.Contacts.Count <= reading.Rows;
        }).QuickCheckThrowOnFailure();
    }

    private static string Line(ImportedContact contact) =>
        $"{contact.Name}|{string.Join(' ', contact.Phones)}|{contact.Email}|{contact.Language}|{string.Join(' ', contact.Groups)}|{contact.Address}|{contact.Vulnerable}";

    private static ContactsReading Read(string file) => ContactsReader.Read(File.ReadAllBytes(Path.Combine(Folder, file)), "FR", ["fr", "en"]);
}
