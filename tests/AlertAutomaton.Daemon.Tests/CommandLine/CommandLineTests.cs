using System.Text.Json;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Tests.CommandLine;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("alertautomaton-cli").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    public static TheoryData<string> Verbs() =>
        ["demo", "run", "check", "send", "status", "usage", "alerts", "alerts list", "alerts show", "alerts pause", "alerts resume", "alerts stop", "schedules", "schedules list", "schedules show", "schedules pause", "schedules resume", "schedules cancel", "verify", "import", "prompts", "prompts render", "lab"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Every_verb_has_help_in_each_language_and_takes_json(string verb)
    {
        var english = await CommandRun.OfAsync([.. verb.Split(' '), "--help"]);
        var french = await CommandRun.OfAsync([.. verb.Split(' '), "--help", "--lang", "fr"]);

        Assert.Equal(ExitCode.Success, english.ExitCode);
        Assert.Equal(ExitCode.Success, french.ExitCode);
        Assert.Contains("--json", english.Out, StringComparison.Ordinal);
        Assert.NotEqual(english.Out, french.Out);
    }

    [Theory]
    [InlineData("chek")]
    [InlineData("send")]
    [InlineData("run")]
    [InlineData("demo --recipients many")]
    [InlineData("demo --recipients 0")]
    [InlineData("demo --recipients 5001")]
    [InlineData("send --contacts x.csv --kind joke")]
    [InlineData("send --contacts x.csv --lifetime soon")]
    [InlineData("alerts show not-an-id")]
    [InlineData("usage --month november")]
    [InlineData("usage --csv --json")]
    public async Task A_command_line_that_is_not_understood_ends_with_two_and_a_hint(string line)
    {
        var run = await CommandRun.OfAsync(line.Split(' '));

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Check_reports_every_problem_at_once_with_line_column_reason_and_mend()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Corpora", "config", "08-out-of-range.jsonc");

        var run = await CommandRun.OfAsync(["check", "--config", file, "--json"]);

        Assert.Equal(ExitCode.InvalidInput, run.ExitCode);
        using var document = JsonDocument.Parse(run.Out);
        var problems = document.RootElement.GetProperty("problems");
        Assert.Equal(2, problems.EnumerateArray().Count(problem => problem.GetProperty("code").GetString() == "out-of-range"));
        Assert.Equal(4, problems[0].GetProperty("line").GetInt32());
        Assert.NotEmpty(problems[0].GetProperty("mend").GetString()!);
        Assert.False(document.RootElement.GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task Check_of_a_sound_configuration_says_what_would_work()
    {
        var run = await CommandRun.OfAsync(["check", "--offline", "--json", "--config", WriteConfiguration()]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        using var document = JsonDocument.Parse(run.Out);
        var areas = document.RootElement.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("area").GetString()).Distinct();
        Assert.Equal(["Data directory", "Disk", "Policies", "Prompts", "Voice"], areas.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_with_a_wrong_configuration_starts_nothing()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Corpora", "config", "01-missing-comma.jsonc");

        var run = await CommandRun.OfAsync(["run", "--config", file]);

        Assert.Equal(ExitCode.InvalidInput, run.ExitCode);
        Assert.Contains("(3,3): error:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("alerts list")]
    [InlineData("alerts stop 01890000-0000-7000-8000-000000000000")]
    public async Task Without_a_daemon_a_question_to_it_says_how_to_start_one(string line)
    {
        var run = await CommandRun.OfAsync([.. line.Split(' '), "--config", WriteConfiguration()]);

        Assert.Equal(ExitCode.Unavailable, run.ExitCode);
        Assert.Contains("alertautomaton run", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_lists_refused_rows_and_launches_nothing()
    {
        var contacts = Path.Combine(_directory, "contacts.csv");
        await File.WriteAllTextAsync(contacts, "name,mobile\nGood,0639981234\nBroken,12\n");

        var run = await CommandRun.OfAsync(["send", "--config", WriteConfiguration(), "--contacts", contacts, "--text", "x", "--json"]);

        Assert.Equal(ExitCode.InvalidInput, run.ExitCode);
        Assert.Contains("contacts.csv(3,2)", run.Error, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(1, document.RootElement.GetProperty("callable").GetInt32());
        Assert.False(Directory.Exists(Path.Combine(_directory, "data")));
    }

    [Fact]
    public async Task Import_says_that_nothing_is_stored_and_ends_with_three_when_rows_were_refused()
    {
        var contacts = Path.Combine(_directory, "contacts.csv");
        await File.WriteAllTextAsync(contacts, "name;mobile\n=Good;0639981234\n;0639981235\n");
        var clean = Path.Combine(_directory, "clean.csv");

        var run = await CommandRun.OfAsync(["import", contacts, "--clean", clean, "--json"]);

        Assert.Equal(ExitCode.InvalidInput, run.ExitCode);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(2, document.RootElement.GetProperty("rows").GetInt32());
        Assert.Equal(1, document.RootElement.GetProperty("taken").GetInt32());
        Assert.False(document.RootElement.GetProperty("imported").GetBoolean());
        Assert.Contains("'=Good,'+33639981234", await File.ReadAllTextAsync(clean), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, (await CommandRun.OfAsync(["import", clean])).ExitCode);
    }

    [Fact]
    public async Task Verify_of_a_file_that_is_no_journal_fails()
    {
        var file = Path.Combine(_directory, "report.journal");
        await File.WriteAllTextAsync(file, "{}\n");

        Assert.Equal(ExitCode.CheckFailed, (await CommandRun.OfAsync(["verify", file])).ExitCode);
        Assert.Equal(ExitCode.InvalidInput, (await CommandRun.OfAsync(["verify", file + ".missing"])).ExitCode);
    }

    [Theory]
    [InlineData("100s", 100)]
    [InlineData("30m", 1800)]
    [InlineData("4h", 14_400)]
    [InlineData("2d", 172_800)]
    [InlineData("4", null)]
    [InlineData("h", null)]
    [InlineData("-4h", null)]
    [InlineData("1.5h", null)]
    [InlineData("99999999999s", null)]
    public void Lengths_of_time_are_read_with_their_unit(string text, int? seconds) => Assert.Equal(seconds, DurationText.Read(text));

    private string WriteConfiguration()
    {
        var file = Path.Combine(_directory, "alertautomaton.json");
        File.WriteAllText(file, """
            { "Organisation": { "Name": "Valbourg" },
              "Sip": { "Listen": ["udp:127.0.0.1:0"], "Trunks": [ { "Name": "lab", "Uri": "sip:127.0.0.1:9", "CallerId": "+33162000000" } ] } }
            """);
        return file;
    }
}
