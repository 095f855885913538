using System.Text.Json;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Daemon.Tests.CommandLine;
using AlertAutomaton.Lab.Smsc;
using AlertAutomaton.Lab.Town;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

public sealed class DemoStories
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task The_demo_needs_nothing_installed_and_ends_by_itself()
    {
        var seed = Enumerable.Range(1, 200).First(one => IsCalledAndPressesAKey(TownGenerator.Generate(1, Chance.Create(one))[0]));

        var run = await CommandRun.OfAsync(["demo", "--recipients", "1", "--seed", $"{seed}", "--exit-when-done", "--json"]).WaitAsync(Patience, TimeProvider.System);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        using var document = JsonDocument.Parse(run.Out);
        var summary = document.RootElement;
        Assert.Equal(1, summary.GetProperty("recipients").GetInt32());
        Assert.Equal(1, summary.GetProperty("confirmed").GetInt32());
        Assert.Equal(0, summary.GetProperty("probablyHeard").GetInt32() + summary.GetProperty("voicemailOnly").GetInt32() + summary.GetProperty("unreached").GetInt32());
        // A text that nobody answers, and the call.
        Assert.Equal(2, summary.GetProperty("attempts").GetInt32());
        Assert.Equal(1, summary.GetProperty("peakCalls").GetInt32());
        Assert.InRange(summary.GetProperty("durationSeconds").GetDouble(), 3, 80);
    }

    [Fact]
    public async Task A_household_of_the_demo_that_answers_its_text_is_not_called()
    {
        var seed = Enumerable.Range(1, 400).First(one => TownGenerator.Generate(1, Chance.Create(one))[0] is { Mobile: { } mobile, Landline: null } && TextRules.Of(mobile) == TextRule.Replies1);

        var run = await CommandRun.OfAsync(["demo", "--recipients", "1", "--seed", $"{seed}", "--exit-when-done", "--json"]).WaitAsync(Patience, TimeProvider.System);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(1, document.RootElement.GetProperty("confirmed").GetInt32());
        Assert.Equal(0, document.RootElement.GetProperty("peakCalls").GetInt32());
    }

    // Numbers that end in 55 to 79 read their text in silence, answer the phone and press 1 (docs/lab.md).
    private static bool IsCalledAndPressesAKey(TownHousehold household) =>
        household is { Mobile: { } mobile, Landline: null } && int.Parse(mobile[^2..], System.Globalization.CultureInfo.InvariantCulture) is >= 55 and < 80;
}
