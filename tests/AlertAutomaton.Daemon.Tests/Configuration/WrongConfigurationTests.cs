using System.Globalization;
using System.Text;
using AlertAutomaton.Daemon.Configuration;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Tests.Configuration;

/// <summary>Each file under Corpora/config names, in its last lines, every problem that must be found in it and no other.</summary>
public sealed class WrongConfigurationTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpora", "config");

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Folder, "*.jsonc").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_corpus_is_complete() => Assert.True(Files().Count >= 28);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_problem_is_found_at_its_line_and_column(string file)
    {
        var content = File.ReadAllBytes(Path.Combine(Folder, file));
        var lines = Encoding.Latin1.GetString(content).Split('\n');
        var expected = Marked(lines, "// expect: ").ToList();
        var environment = Marked(lines, "// env: ").Select(line => KeyValuePair.Create(line.Split('=')[0], line.Split('=')[1]));

        var reading = ConfigurationReader.Read(file, content, environment);

        var found = reading.Problems.Select(problem => string.Create(
            CultureInfo.InvariantCulture,
            $"{problem.Severity.ToString().ToLowerInvariant()} {problem.Code} {problem.Position.Line}:{problem.Position.Column} {problem.Path}").TrimEnd());
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Equal(expected.Exists(line => line.StartsWith("error", StringComparison.Ordinal)), reading.Options is null);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_problem_says_reason_and_mend_in_each_language(string file)
    {
        var reading = ConfigurationReader.Read(file, File.ReadAllBytes(Path.Combine(Folder, file)), []);
        foreach (var language in OperatorLanguage.Available)
        {
            var texts = new OperatorTexts(CultureInfo.GetCultureInfo(language));
            foreach (var problem in reading.Problems)
            {
                var reason = texts.Format($"config.{problem.Code}.reason", [.. problem.Arguments]);
                var mend = texts.Format($"config.{problem.Code}.mend", [.. problem.Arguments]);
                Assert.True(reason.Length > 10 && mend.Length > 10, problem.Code);
                Assert.DoesNotContain("{0}", reason + mend, StringComparison.Ordinal);
            }
        }
    }

    private static IEnumerable<string> Marked(string[] lines, string mark) =>
        lines.Where(line => line.StartsWith(mark, StringComparison.Ordinal)).Select(line => line[mark.Length..].Trim());
}
