using AlertAutomaton.Alerting.Duty;

namespace AlertAutomaton.Alerting.Tests.Duty;

public sealed class SystemAlarmsTests
{
    private DateTimeOffset _now = new(2026, 1, 15, 3, 0, 0, TimeSpan.Zero);
    private SystemAlarmsState _state = SystemAlarmsState.Fresh;

    [Fact]
    public void Every_part_has_one_row_of_the_table_and_is_told_within_half_a_minute()
    {
        Assert.Equal(Enum.GetValues<SystemComponent>(), SystemAlarms.Table.Select(rule => rule.Component));
        Assert.All(SystemAlarms.Table, rule => Assert.InRange(rule.TellAfter, TimeSpan.Zero, TimeSpan.FromSeconds(20)));
        Assert.All(SystemAlarms.Table, rule => Assert.InRange(rule.PhoneAfter, rule.TellAfter, TimeSpan.FromMinutes(10)));
        Assert.All(SystemAlarms.Table, rule => Assert.True(rule.DuringAlert >= rule.Idle));
    }

    [Theory]
    [InlineData(SystemComponent.Trunk, DutySeverity.ByDay, DutySeverity.Urgent)]
    [InlineData(SystemComponent.AllTrunks, DutySeverity.Urgent, DutySeverity.Urgent)]
    [InlineData(SystemComponent.Gateway, DutySeverity.ByDay, DutySeverity.Urgent)]
    [InlineData(SystemComponent.Store, DutySeverity.Urgent, DutySeverity.Urgent)]
    [InlineData(SystemComponent.DiskLow, DutySeverity.ByDay, DutySeverity.ByDay)]
    [InlineData(SystemComponent.DiskFull, DutySeverity.Urgent, DutySeverity.Urgent)]
    [InlineData(SystemComponent.Clock, DutySeverity.ByDay, DutySeverity.ByDay)]
    [InlineData(SystemComponent.Schedule, DutySeverity.Urgent, DutySeverity.Urgent)]
    [InlineData(SystemComponent.Heartbeat, DutySeverity.Urgent, DutySeverity.Urgent)]
    public void What_phones_at_three_in_the_morning_and_what_waits_for_the_day(SystemComponent component, DutySeverity idle, DutySeverity duringAlert)
    {
        foreach ((bool running, DutySeverity wanted) in new[] { (false, idle), (true, duringAlert) })
        {
            _state = SystemAlarmsState.Fresh;
            List<SystemAlarmEffect> effects = Run(TimeSpan.FromMinutes(15), running, new SystemReading(component, "", false));
            Assert.Equal(wanted, Assert.Single(effects.OfType<SystemAlarmEffect.Phone>()).Severity);
            Assert.Single(effects.OfType<SystemAlarmEffect.Tell>());
        }
    }

    [Fact]
    public void A_rule_of_the_house_goes_before_the_table()
    {
        SystemAlarmRule[] rules = [.. SystemAlarms.Table.Select(rule => rule with { PhoneAfter = TimeSpan.Zero, Idle = DutySeverity.Urgent })];
        (_, IReadOnlyList<SystemAlarmEffect> effects) = SystemAlarms.Step(_state, [Trunk(false)], false, _now, rules);
        Assert.Equal(DutySeverity.Urgent, Assert.Single(effects.OfType<SystemAlarmEffect.Phone>()).Severity);
    }

    [Fact]
    public void A_trouble_that_an_earlier_process_gave_to_the_chain_is_not_raised_again_and_its_end_ends_the_matter()
    {
        DutyMatterState standing = new() { Matter = ChainOnPaper.Matter(Trunk(false).Key, DutySeverity.ByDay), Standing = DutyStanding.Taken };
        _state = SystemAlarms.Resume([standing, new DutyMatterState { Matter = ChainOnPaper.Matter("draft:1") }, standing with { Matter = ChainOnPaper.Matter("system:Store"), Standing = DutyStanding.Over }]);
        Assert.Empty(Run(TimeSpan.FromMinutes(10), false, Trunk(false)));
        Assert.Equal([new SystemAlarmEffect.Over(Trunk(true))], Run(TimeSpan.FromMinutes(6), false, Trunk(true)));
    }

    [Theory]
    [InlineData("system:Gateway:a:b", SystemComponent.Gateway, "a:b")]
    [InlineData("system:Store", SystemComponent.Store, "")]
    public void The_key_of_a_part_leads_back_to_it(string key, SystemComponent component, string name)
    {
        Assert.Equal(new SystemReading(component, name, false), SystemReading.OfKey(key));
        Assert.Equal(key, new SystemReading(component, name, true).Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("system:")]
    [InlineData("system:Nothing:x")]
    [InlineData("system:0")]
    [InlineData("approval:system:Store")]
    public void The_key_of_anything_else_leads_to_no_part(string key) => Assert.Null(SystemReading.OfKey(key));

    [Fact]
    public void A_trunk_that_hiccups_tells_nobody_and_phones_nobody()
    {
        for (int hiccup = 0; hiccup < 50; hiccup++)
        {
            Assert.Empty(Run(TimeSpan.FromSeconds(10), false, Trunk(false)));
            Assert.Empty(Run(TimeSpan.FromSeconds(30), false, Trunk(true)));
        }
    }

    [Fact]
    public void A_trunk_that_comes_and_goes_is_one_alarm_until_it_was_well_for_five_minutes()
    {
        List<SystemAlarmEffect> effects = Run(TimeSpan.FromMinutes(3), false, Trunk(false));
        for (int flap = 0; flap < 10; flap++)
        {
            effects.AddRange(Run(TimeSpan.FromMinutes(4), false, Trunk(true)));
            effects.AddRange(Run(TimeSpan.FromMinutes(4), false, Trunk(false)));
        }

        Assert.Equal(2, effects.Count);
        Assert.Equal([new SystemAlarmEffect.Over(Trunk(true))], Run(TimeSpan.FromMinutes(6), false, Trunk(true)));
    }

    [Fact]
    public void An_alert_that_begins_while_a_trunk_is_down_makes_it_urgent()
    {
        Run(TimeSpan.FromMinutes(3), false, Trunk(false));
        Assert.Equal(DutySeverity.Urgent, Assert.IsType<SystemAlarmEffect.Phone>(Assert.Single(Run(TimeSpan.FromMinutes(1), true, Trunk(false)))).Severity);
        Assert.Empty(Run(TimeSpan.FromMinutes(1), false, Trunk(false)));
    }

    [Fact]
    public void A_part_that_is_no_longer_there_is_well()
    {
        Run(TimeSpan.FromMinutes(3), false, Trunk(false));
        Assert.Single(Run(TimeSpan.FromMinutes(6), false).OfType<SystemAlarmEffect.Over>());
        Assert.Empty(_state.Troubles);
    }

    [Fact]
    public void Two_trunks_are_two_alarms()
    {
        List<SystemAlarmEffect> effects = Run(TimeSpan.FromMinutes(3), false, Trunk(false), new SystemReading(SystemComponent.Trunk, "other", false));
        Assert.Equal(["system:Trunk:lab", "system:Trunk:other"], effects.OfType<SystemAlarmEffect.Phone>().Select(phone => phone.Reading.Key));
    }

    private static SystemReading Trunk(bool well) => new(SystemComponent.Trunk, "lab", well);

    private List<SystemAlarmEffect> Run(TimeSpan time, bool alertRunning, params SystemReading[] readings)
    {
        var all = new List<SystemAlarmEffect>();
        for (DateTimeOffset until = _now + time; _now < until; _now += TimeSpan.FromSeconds(5))
        {
            (_state, IReadOnlyList<SystemAlarmEffect> effects) = SystemAlarms.Step(_state, readings, alertRunning, _now);
            all.AddRange(effects);
        }

        return all;
    }
}
