using System.Text.Json;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Daemon.Tests.CommandLine;
using AlertAutomaton.Lab.Town;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

public sealed class DemoStories
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task The_demo_needs_nothing_installed_and_ends_by_itself()
    {
        var seed = Enumerable.Range(1, 200).First(one => PressesAKey(TownGenerator.Generate(1, Chance.Create(one))[0]));

        var run = await CommandRun.OfAsync(["demo", "--recipients", "1", "--seed", $"{seed}", "--exit-when-done", "--json"]).WaitAsync(Patience, TimeProvider.System);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        using var document = JsonDocument.Parse(run.Out);
        var summary = document.RootElement;
        Assert.Equal(1, summary.GetProperty("recipients").GetInt32());
        Assert.Equal(1, summary.GetProperty("confirmed").GetInt32());
        Assert.Equal(0, summary.GetProperty("probablyHeard").GetInt32() + summary.GetProperty("voicemailOnly").GetInt32() + summary.GetProperty("unreached").GetInt32());
        Assert.Equal(1, summary.GetProperty("attempts").GetInt32());
        Assert.Equal(1, summary.GetProperty("peakCalls").GetInt32());
        Assert.InRange(summary.GetProperty("durationSeconds").GetDouble(), 3, 80);
    }

    // Numbers that end in 30 to 79 answer and press 1 (docs/lab.md).
    private static bool PressesAKey(TownHousehold household) =>
        household.Mobile is { } mobile && int.Parse(mobile[^2..], System.Globalization.CultureInfo.InvariantCulture) is >= 30 and < 80;
}
