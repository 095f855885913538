using System.Globalization;
using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Tests.Duty;

/// <summary>Weeks of Paris: Ada, Bob and Cleo change every Monday at eight, Dora is the reserve, Nuno has the nights from 22:00 to 06:00.</summary>
public sealed class DutyRosterTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly Dictionary<string, OperatorId> People =
        new[] { "Ada", "Bob", "Cleo", "Dora", "Nuno" }.ToDictionary(name => name, _ => OperatorId.New(TimeProvider.System));

    private static readonly DutyRoster Weeks = new()
    {
        Zone = Paris,
        HandOver = TimeSpan.FromHours(8),
        Weeks = [new DutyWeek(2026, 52, Are("Ada")), new DutyWeek(2026, 53, Are("Bob")), new DutyWeek(2027, 1, Are("Cleo", "Ada"))],
        Reserve = Are("Dora"),
    };

    private static readonly DutyRoster Nights = new()
    {
        Zone = Paris,
        Blocks = [.. Enum.GetValues<DayOfWeek>().Select(day => Block(day, "22:00", (DayOfWeek)(((int)day + 1) % 7), "06:00", "Nuno"))],
        Reserve = Are("Dora"),
    };

    [Theory]
    [InlineData("2026-12-21T06:59:59Z", "Dora")]
    [InlineData("2026-12-21T07:00:00Z", "Ada Dora")]
    [InlineData("2026-12-28T06:59:59Z", "Ada Dora")]
    [InlineData("2026-12-28T07:00:00Z", "Bob Dora")]
    [InlineData("2027-01-01T00:00:00Z", "Bob Dora")]
    [InlineData("2027-01-04T07:00:00Z", "Cleo Ada Dora")]
    [InlineData("2027-01-11T07:00:00Z", "Dora")]
    public void A_week_begins_at_the_hand_over_of_its_monday_and_counts_as_the_calendar_does(string at, string wanted) => Assert.Equal(wanted, OnDuty(Weeks, at));

    [Theory]
    [InlineData("2026-01-14T20:59:59Z", "Dora")]
    [InlineData("2026-01-14T21:00:00Z", "Nuno Dora")]
    [InlineData("2026-01-15T04:59:59Z", "Nuno Dora")]
    [InlineData("2026-01-15T05:00:00Z", "Dora")]
    [InlineData("2026-07-14T20:00:00Z", "Nuno Dora")]
    [InlineData("2026-07-15T04:00:00Z", "Dora")]
    public void A_block_goes_by_the_clocks_on_the_wall_in_winter_and_in_summer(string at, string wanted) => Assert.Equal(wanted, OnDuty(Nights, at));

    [Theory]
    [InlineData("02:30", "2026-03-29T00:59:59Z", false)]
    [InlineData("02:30", "2026-03-29T01:00:00Z", true)]
    [InlineData("02:30", "2026-10-25T00:29:59Z", false)]
    [InlineData("02:30", "2026-10-25T00:30:00Z", true)]
    [InlineData("02:30", "2026-10-25T01:10:00Z", true)]
    [InlineData("02:30", "2026-10-25T01:30:00Z", true)]
    public void A_hand_over_that_a_clock_change_skips_or_repeats_happens_once(string from, string at, bool on)
    {
        DutyRoster roster = new() { Zone = Paris, Blocks = [Block(DayOfWeek.Sunday, from, DayOfWeek.Sunday, "12:00", "Nuno")] };
        Assert.Equal(on ? "Nuno" : "", OnDuty(roster, at));
    }

    [Theory]
    [InlineData("2026-10-25T00:29:00Z", "Ada")]
    [InlineData("2026-10-25T00:30:00Z", "Bob")]
    [InlineData("2026-10-25T01:29:00Z", "Bob")]
    public void At_the_repeated_hour_nobody_comes_back_on_duty(string at, string wanted)
    {
        DutyRoster roster = new()
        {
            Zone = Paris, Blocks = [Block(DayOfWeek.Saturday, "08:00", DayOfWeek.Sunday, "02:30", "Ada"), Block(DayOfWeek.Sunday, "02:30", DayOfWeek.Monday, "08:00", "Bob")],
        };
        Assert.Equal(wanted, OnDuty(roster, at));
    }

    [Fact]
    public void A_block_from_monday_to_monday_is_the_whole_week()
    {
        DutyRoster roster = new() { Zone = Paris, Blocks = [Block(DayOfWeek.Monday, "08:00", DayOfWeek.Monday, "08:00", "Ada")] };
        DateTimeOffset begin = new(2026, 3, 23, 0, 0, 0, TimeSpan.Zero);
        Assert.All(Enumerable.Range(0, 24 * 21), hour => Assert.Equal(Are("Ada"), roster.OnDutyAt(begin.AddHours(hour))));
    }

    [Theory]
    [InlineData("2026-12-24T10:59:59Z", "Ada Dora")]
    [InlineData("2026-12-24T11:00:00Z", "Cleo Dora")]
    [InlineData("2026-12-26T10:59:59Z", "Cleo Dora")]
    [InlineData("2026-12-26T11:00:00Z", "Ada Dora")]
    public void An_exception_puts_another_list_in_place_of_the_week(string at, string wanted)
    {
        DutyRoster roster = Weeks with { Exceptions = [new DutyException { From = new DateTime(2026, 12, 24, 12, 0, 0), Until = new DateTime(2026, 12, 26, 12, 0, 0), Operators = Are("Cleo") }] };
        Assert.Equal(wanted, OnDuty(roster, at));
    }

    [Theory]
    [InlineData("Nuno", "Cleo Nuno Dora")]
    [InlineData("Cleo", "Cleo Dora")]
    [InlineData(null, "Cleo Dora")]
    public void A_stand_in_takes_the_place_of_who_is_away_and_nobody_stands_there_twice(string? standIn, string wanted)
    {
        DutyException away = new()
        {
            From = new DateTime(2027, 1, 1), Until = new DateTime(2027, 2, 1), Absent = People["Ada"], StandIn = standIn is null ? null : People[standIn],
        };
        Assert.Equal(wanted, OnDuty(Weeks with { Exceptions = [away] }, "2027-01-05T12:00:00Z"));
    }

    [Fact]
    public void Two_people_can_change_places_and_a_stand_in_can_have_a_stand_in()
    {
        DutyException Away(string absent, string standIn) => new() { From = new DateTime(2027, 1, 1), Until = new DateTime(2027, 2, 1), Absent = People[absent], StandIn = People[standIn] };
        Assert.Equal("Ada Cleo Dora", OnDuty(Weeks with { Exceptions = [Away("Ada", "Cleo"), Away("Cleo", "Ada")] }, "2027-01-05T12:00:00Z"));
        Assert.Equal("Nuno Ada Dora", OnDuty(Weeks with { Exceptions = [Away("Cleo", "Bob"), Away("Bob", "Nuno")] }, "2027-01-05T12:00:00Z"));
    }

    [Fact]
    public void An_empty_roster_has_nobody_on_duty() => Assert.Empty(DutyRoster.Empty.OnDutyAt(DateTimeOffset.UnixEpoch));

    private static IReadOnlyList<OperatorId> Are(params string[] names) => [.. names.Select(name => People[name])];

    private static DutyBlock Block(DayOfWeek fromDay, string from, DayOfWeek untilDay, string until, params string[] names) => new()
    {
        FromDay = fromDay, FromTime = TimeOnly.Parse(from, CultureInfo.InvariantCulture), UntilDay = untilDay, UntilTime = TimeOnly.Parse(until, CultureInfo.InvariantCulture), Operators = Are(names),
    };

    private static string OnDuty(DutyRoster roster, string at) =>
        string.Join(' ', roster.OnDutyAt(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)).Select(who => People.First(pair => pair.Value == who).Key));
}
