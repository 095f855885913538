using System.Globalization;
using System.Text.RegularExpressions;

namespace AlertAutomaton.Architecture.Tests;

/// <summary>Event numbers are unique, lie in their project's range and are listed for the people who read logs.</summary>
public sealed partial class LogEventTests
{
    private static readonly Dictionary<string, int> FirstNumber = new(StringComparer.Ordinal)
    {
        ["Sip"] = 1000,
        ["Media"] = 2000,
        ["Telephony"] = 3000,
        ["Speech"] = 4000,
        ["Alerting"] = 5000,
        ["Storage"] = 6000,
        ["Channels"] = 7000,
        ["Lab"] = 8000,
        ["Daemon"] = 9000,
        ["Smpp"] = 10000,
        ["VoiceServer"] = 11000,
    };

    [Fact]
    public void Event_numbers_are_unique()
    {
        Assert.Empty(Events().GroupBy(entry => entry.Number).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Event_numbers_lie_in_the_range_of_their_project()
    {
        Assert.Empty(Events().Where(entry => entry.Number / 1000 * 1000 != FirstNumber[entry.Project]));
    }

    [Fact]
    public void Every_event_is_listed_in_the_log_event_page()
    {
        string page = RepositoryTree.Read("docs/log-events.md");
        Assert.Empty(Events().Where(entry => !page.Contains($"| {entry.Number} |", StringComparison.Ordinal)));
    }

    private static IEnumerable<(string Project, int Number)> Events() =>
        from file in RepositoryTree.SourceFiles("src")
        let project = file.Split('/')[1]["AlertAutomaton.".Length..]
        from Match match in LoggerMessage().Matches(RepositoryTree.Read(file))
        select (project, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\[LoggerMessage\(\s*(?:EventId\s*=\s*)?(\d+)")]
    private static partial Regex LoggerMessage();
}
