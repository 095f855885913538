using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Daemon.Tests.CommandLine;
using AlertAutomaton.Lab.Witness;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>Operators' stories over real SIP and RTP on loopback.</summary>
public sealed class SendStories
{
    private const string Presses1 = "+33639980150";
    private const string Presses1Too = "+33639980250";
    private const string NeverAnswers = "+33639980187";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task The_clerk_sends_through_the_daemon_and_sees_everybody_confirmed_and_the_journal_sound()
    {
        await using var town = await TownFixture.StartAsync(Presses1, Presses1Too);
        await using var daemon = await town.StartDaemonAsync();

        var sent = await Send(town, "--wait", "--idempotency-key", "one").WaitAsync(Patience, TimeProvider.System);
        var again = await Send(town, "--idempotency-key", "one");
        var other = await Send(town, "--idempotency-key", "one", "--title", "Another");

        Assert.Equal(ExitCode.Success, sent.ExitCode);
        using var summary = JsonDocument.Parse(sent.Out);
        Assert.Equal(2, summary.RootElement.GetProperty("confirmed").GetInt32());
        Assert.Equal(2, summary.RootElement.GetProperty("attempts").GetInt32());
        Assert.Equal("finished", summary.RootElement.GetProperty("state").GetString());
        var id = summary.RootElement.GetProperty("id").GetString()!;
        using var repeated = JsonDocument.Parse(again.Out);
        Assert.Equal(id, repeated.RootElement.GetProperty("id").GetString());
        Assert.True(repeated.RootElement.GetProperty("alreadyAccepted").GetBoolean());
        Assert.Equal(ExitCode.InvalidInput, other.ExitCode);
        Assert.Equal(1, town.Town.CallsTo(Presses1));

        var shown = await CommandRun.OfAsync(["alerts", "show", id, "--config", town.Configuration, "--json"]);
        Assert.Contains("\"finished\"", shown.Out, StringComparison.Ordinal);
        var sealedJournal = Path.Combine(town.Directory, "alert.journal");
        var verified = await CommandRun.OfAsync(["verify", id, "--config", town.Configuration, "--seal", sealedJournal, "--json"]);
        Assert.Equal(ExitCode.Success, verified.ExitCode);
        Assert.Equal(ExitCode.Success, (await CommandRun.OfAsync(["verify", sealedJournal])).ExitCode);
        await File.WriteAllTextAsync(sealedJournal, (await File.ReadAllTextAsync(sealedJournal)).Replace("Household 1", "Household X", StringComparison.Ordinal));
        Assert.Equal(ExitCode.CheckFailed, (await CommandRun.OfAsync(["verify", sealedJournal])).ExitCode);
    }

    [Fact]
    public async Task The_configured_trace_holds_the_calls_without_the_middle_of_the_numbers()
    {
        await using var town = await TownFixture.StartAsync(Presses1);

        await Send(town, "--wait").WaitAsync(Patience, TimeProvider.System);

        var trace = await File.ReadAllTextAsync(town.Trace);
        Assert.Contains("INVITE sip:", trace, StringComparison.Ordinal);
        Assert.Contains("BYE sip:", trace, StringComparison.Ordinal);
        Assert.DoesNotContain(Presses1, trace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_witness_of_the_lab_command_writes_what_a_resident_really_heard()
    {
        await using var town = await TownFixture.StartAsync(Presses1);
        var witness = Path.Combine(town.Directory, "witness.jsonl");
        using var interrupts = new Interrupts(() => { });
        var port = FreePorts.Next();
        var lab = CommandRun.OfAsync(["lab", "--listen", $"udp:127.0.0.1:{port}", "--witness", witness, "--json"], interrupts: interrupts);
        var configuration = await File.ReadAllTextAsync(town.Configuration);
        await File.WriteAllTextAsync(town.Configuration, configuration.Replace(town.Town.TrunkUri, $"sip:127.0.0.1:{port};transport=udp", StringComparison.Ordinal));

        // Sound that a starved machine could not send in time is left out, and the witness knows whole prompts only: three may try.
        IReadOnlyList<string> heard = [];
        for (var calls = 1; calls <= 3 && !heard.Contains("acknowledged-safe"); calls++)
        {
            var sent = await Send(town, "--wait").WaitAsync(Patience, TimeProvider.System);
            Assert.Equal(ExitCode.Success, sent.ExitCode);
            await Until.TrueAsync(() => Task.FromResult(WitnessLog.Read(witness).Count(entry => entry.What == "ended") == calls), Patience);
            heard = WitnessLog.Read(witness).LastOrDefault(entry => entry.What == "heard")?.Heard ?? [];
        }

        interrupts.Signal();
        await lab.WaitAsync(Patience, TimeProvider.System);
        Assert.Contains("acknowledged-safe", heard);
    }

    [Fact]
    public async Task Without_a_daemon_the_engine_runs_here_and_a_second_one_is_refused()
    {
        await using var town = await TownFixture.StartAsync(Presses1);

        var first = Send(town, "--wait");
        await WaitUntilAsync(() => town.Town.InUse > 0);
        var second = await Send(town);
        var sent = await first.WaitAsync(Patience, TimeProvider.System);

        Assert.Equal(ExitCode.Unavailable, second.ExitCode);
        Assert.Equal(ExitCode.Success, sent.ExitCode);
        using var summary = JsonDocument.Parse(sent.Out);
        Assert.Equal(1, summary.RootElement.GetProperty("confirmed").GetInt32());
        Assert.True(summary.RootElement.GetProperty("forecast").GetProperty("channels").GetInt32() == 10);
    }

    [Fact]
    public async Task An_alert_that_was_left_goes_on_with_the_next_start_until_it_is_stopped()
    {
        await using var town = await TownFixture.StartAsync(NeverAnswers);
        using var interrupts = new Interrupts(() => { });

        var sending = CommandRun.OfAsync(Arguments(town, "--wait", "--on-interrupt", "leave"), interrupts: interrupts);
        await WaitUntilAsync(() => town.Town.CallsTo(NeverAnswers) > 0);
        interrupts.Signal();
        var left = await sending.WaitAsync(Patience, TimeProvider.System);
        using var summary = JsonDocument.Parse(left.Out);
        var id = summary.RootElement.GetProperty("id").GetString()!;

        Assert.Equal(ExitCode.Incomplete, left.ExitCode);
        await using var daemon = await town.StartDaemonAsync();
        Assert.Equal(1, daemon.ResumedAlerts);
        var stopped = await CommandRun.OfAsync(["alerts", "stop", id, "--reason", "the river fell", "--config", town.Configuration, "--json"]);
        Assert.Equal(ExitCode.Success, stopped.ExitCode);
        using var alert = JsonDocument.Parse(stopped.Out);
        Assert.Equal("stopped", alert.RootElement.GetProperty("ending").GetString());
    }

    [Fact]
    public async Task Ctrl_C_stops_the_alert_when_it_was_asked_to()
    {
        await using var town = await TownFixture.StartAsync(NeverAnswers);
        using var interrupts = new Interrupts(() => { });

        var sending = CommandRun.OfAsync(Arguments(town, "--wait", "--on-interrupt", "stop"), interrupts: interrupts);
        await WaitUntilAsync(() => town.Town.CallsTo(NeverAnswers) > 0);
        interrupts.Signal();
        var stopped = await sending.WaitAsync(Patience, TimeProvider.System);

        Assert.Equal(ExitCode.Incomplete, stopped.ExitCode);
        using var summary = JsonDocument.Parse(stopped.Out);
        Assert.Equal("finished", summary.RootElement.GetProperty("state").GetString());
        Assert.Equal("stopped", summary.RootElement.GetProperty("ending").GetString());
    }

    [Fact]
    public async Task A_real_alert_from_a_terminal_wants_the_number_of_households_repeated()
    {
        await using var town = await TownFixture.StartAsync(Presses1, Presses1Too);
        string[] arguments = ["send", "--config", town.Configuration, "--contacts", town.Contacts, "--recording", "fr=" + TownFixture.Recording, "--kind", "real"];

        var refused = await CommandRun.OfAsync(arguments, input: "3\n", terminal: true);

        Assert.Equal(ExitCode.Incomplete, refused.ExitCode);
        Assert.Contains("REAL", refused.Out, StringComparison.Ordinal);
        Assert.Equal(0, town.Town.CallsTo(Presses1));
    }

    [Fact]
    public async Task A_text_without_a_synthesiser_is_refused_with_the_reason_and_nobody_is_called()
    {
        await using var town = await TownFixture.StartAsync(Presses1);

        var run = await CommandRun.OfAsync(["send", "--config", town.Configuration, "--contacts", town.Contacts, "--text", "fr=Attention", "--kind", "test"]);

        Assert.Equal(ExitCode.InvalidInput, run.ExitCode);
        Assert.Contains("/messages", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, town.Town.CallsTo(Presses1));
    }

    private static Task<CommandRun> Send(TownFixture town, params string[] more) => CommandRun.OfAsync(Arguments(town, more));

    private static string[] Arguments(TownFixture town, params string[] more) =>
        ["send", "--config", town.Configuration, "--contacts", town.Contacts, "--recording", "fr=" + TownFixture.Recording, "--kind", "exercise", "--json", .. more];

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        while (!condition())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
