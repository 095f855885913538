using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Tests.Delivery;

public sealed class RetryTableDocumentTests
{
    [Fact]
    public void The_table_in_the_documentation_is_the_table_in_the_code()
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "docs", "delivery.md"));
        var printed = lines
            .SkipWhile(line => !line.StartsWith("| outcome |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..7])
            .Select(cells => string.Join(" | ", cells));
        var coded = Enum.GetValues<AttemptOutcome>().Where(o => o != AttemptOutcome.Open).Select(outcome =>
        {
            var rule = RetryRules.For(outcome);
            return $"{outcome} | {rule.Action} | {rule.Delay} | {(rule.Charged ? "yes" : "no")} | {(rule.RingsPhone ? "yes" : "no")} | {rule.Verdict}";
        });

        Assert.Equal(coded, printed);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AlertAutomaton.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("AlertAutomaton.sln is above no folder of this test");
        }

        return folder.FullName;
    }
}
