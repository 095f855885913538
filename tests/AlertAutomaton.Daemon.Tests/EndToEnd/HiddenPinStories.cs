using AlertAutomaton.Daemon.CommandLine;
using static AlertAutomaton.Daemon.Tests.EndToEnd.PhonedTown;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>A PIN that is typed on a real terminal.</summary>
public sealed class HiddenPinStories
{
    private const string Typed = "640982";

    [Fact]
    public async Task A_pin_that_is_typed_on_a_terminal_is_never_shown_and_is_taken_after_it_was_typed_twice()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "script of util-linux makes the terminal");
        await using var town = await StartAsync("", Presses1);
        await using var daemon = await town.StartDaemonAsync();
        await DoneAsync(town, null, "operators", "add", "1042", "--name", "Duty officer");
        await ShownByOthersAsync();

        using (var first = PseudoTerminal.Start(Command(town)))
        {
            await TypeTwiceAsync(first, Typed + "\r", "64098\u007f\u007f999\r");
            Assert.Equal(ExitCode.InvalidInput, await first.ExitAsync(Patience));
            Assert.DoesNotContain("640", first.Shown, StringComparison.Ordinal);
            Assert.DoesNotContain("999", first.Shown, StringComparison.Ordinal);
        }

        Assert.Contains("\"hasPin\": false", (await DoneAsync(town, null, "operators", "show", "1042")).Out, StringComparison.Ordinal);
        using var second = PseudoTerminal.Start(Command(town));
        await TypeTwiceAsync(second, Typed + "\r", "6409\u007f\u007f0982\r");
        Assert.True(await second.ExitAsync(Patience) == ExitCode.Success, second.Shown);
        Assert.DoesNotContain("640", second.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("0982", second.Shown, StringComparison.Ordinal);
        Assert.Contains("\"hasPin\": true", (await DoneAsync(town, null, "operators", "show", "1042")).Out, StringComparison.Ordinal);
    }

    private static string Command(TownFixture town) =>
        $"'{Path.Combine(AppContext.BaseDirectory, "alertautomaton")}' operators pin 1042 --lang en --config '{town.Configuration}'";

    private static async Task TypeTwiceAsync(PseudoTerminal terminal, string first, string second)
    {
        await terminal.ExpectAsync("New PIN", Patience);
        await terminal.TypeAsync(first);
        await terminal.ExpectAsync("Once more", Patience);
        await terminal.TypeAsync(second);
    }

    // The terminal does show what other programs let it show: without that, nothing above would prove anything.
    private static async Task ShownByOthersAsync()
    {
        using var plain = PseudoTerminal.Start("head -n 1 > /dev/null");
        await plain.TypeAsync(Typed + "\r");
        Assert.Equal(0, await plain.ExitAsync(Patience));
        await plain.ExpectAsync(Typed, Patience);
    }
}
