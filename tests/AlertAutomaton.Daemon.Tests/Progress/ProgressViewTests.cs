using System.Globalization;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.CommandLine.Progress;
using AlertAutomaton.Daemon.Tests.Http;
using AlertAutomaton.Daemon.Texts;
using Spectre.Console;

namespace AlertAutomaton.Daemon.Tests.Progress;

public sealed class ProgressViewTests
{
    private static readonly OperatorTexts English = new(CultureInfo.GetCultureInfo("en-GB"));
    private static readonly OperatorTexts French = new(CultureInfo.GetCultureInfo("fr-FR"));

    [Fact]
    public void The_line_keeps_the_scores_apart_and_says_what_is_left()
    {
        var line = ProgressView.Line(Alert(), English);

        Assert.Equal(
            "70 of 100 done: 50 confirmed, 10 probably heard, 7 voicemail, 0 text only, 33 unreached. 12 calls in use, 140 attempts, 90 s so far. 2 need help! About 4 min 10 s to go.",
            line);
    }

    [Fact]
    public void The_line_speaks_french() => Assert.StartsWith("70 sur 100 traités : 50 confirmés", ProgressView.Line(Alert(), French), StringComparison.Ordinal);

    [Fact]
    public void Those_still_to_be_called_are_not_drawn_as_unreached()
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 200;

        console.Write(ProgressView.Draw(Alert(), English));

        Assert.Contains("Unreached 3", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Still to do 30", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.2, "1 s")]
    [InlineData(119, "119 s")]
    [InlineData(121, "2 min 1 s")]
    [InlineData(7199, "119 min 59 s")]
    [InlineData(7260, "2 h 1 min")]
    public void Lengths_of_time_are_said_as_people_say_them(double seconds, string text) => Assert.Equal(text, Spans.Text(seconds, English));

    private static AlertResource Alert() => DeskDouble.Resource(Guid.Empty, "River", "running") with
    {
        Progress = new AlertProgressResource
        {
            Recipients = 100,
            Confirmed = 50,
            ProbablyHeard = 10,
            VoicemailOnly = 7,
            SentOnly = 0,
            Unreached = 33,
            HelpRequests = 2,
            Pending = 30,
            Attempts = 140,
            InFlight = 12,
            PeakInFlight = 30,
            ElapsedSeconds = 90,
            RemainingSeconds = 250,
        },
    };
}
