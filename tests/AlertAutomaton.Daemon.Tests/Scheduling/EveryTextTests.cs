using AlertAutomaton.Contracts.Schedules;
using AlertAutomaton.Daemon.CommandLine.Planning;

namespace AlertAutomaton.Daemon.Tests.Scheduling;

public sealed class EveryTextTests
{
    [Theory]
    [InlineData("day 18:30", "day  0 False 0 18:30")]
    [InlineData("Jour 18:30", "day  0 False 0 18:30")]
    [InlineData("monday,friday 7:05", "week monday,friday 0 False 0 7:05")]
    [InlineData(" lundi,ven   18:30 ", "week monday,friday 0 False 0 18:30")]
    [InlineData("month 15 18:30", "month  15 False 0 18:30")]
    [InlineData("mois dernier 18:30", "month  0 True 0 18:30")]
    [InlineData("month 2-tuesday 18:30", "month tuesday 0 False 2 18:30")]
    [InlineData("mois dernier-vendredi 18:30", "month friday 0 False -1 18:30")]
    public void What_a_clerk_writes_becomes_a_schedule(string text, string expected)
    {
        var schedule = EveryText.Read(text)!;

        Assert.Equal(expected, $"{schedule.Every} {string.Join(',', schedule.Days)} {schedule.DayOfMonth ?? 0} {schedule.LastDayOfMonth} {schedule.Week ?? 0} {schedule.Time}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("day")]
    [InlineData("monday,someday 18:30")]
    [InlineData("mo 18:30")]
    [InlineData("month 2-noday 18:30")]
    [InlineData("month two-tuesday 18:30")]
    [InlineData("month 1 2 18:30")]
    [InlineData("year 18:30")]
    public void What_cannot_be_read_is_refused(string text) => Assert.Equal((AlertSchedule?)null, EveryText.Read(text));
}
