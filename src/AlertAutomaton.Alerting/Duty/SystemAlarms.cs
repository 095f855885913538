namespace AlertAutomaton.Alerting.Duty;

/// <summary>
/// From the health of the machine to alarms and duty matters: what is told by another path, and what phones a person, by day or at three in the
/// morning. Pure.
/// </summary>
/// <remarks>
/// <code>
///  well ──unwell──► doubtful ──TellAfter──► told ──PhoneAfter──► phoned
///    ▲                 │                     │                     │
///    └──────well───────┘◄────────── well for WellAfter ────────────┘
/// </code>
/// </remarks>
public static class SystemAlarms
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    /// <summary>The table, one row for each part.</summary>
    public static IReadOnlyList<SystemAlarmRule> Table { get; } =
    [
        new(SystemComponent.Trunk, DutySeverity.ByDay, DutySeverity.Urgent, Soon, Minutes(2), Minutes(5), "op-duty-trunk"),
        new(SystemComponent.AllTrunks, DutySeverity.Urgent, DutySeverity.Urgent, Soon, Minutes(1), Minutes(5), "op-duty-all-trunks"),
        new(SystemComponent.Gateway, DutySeverity.ByDay, DutySeverity.Urgent, Soon, Minutes(5), Minutes(5), "op-duty-gateway"),
        new(SystemComponent.Store, DutySeverity.Urgent, DutySeverity.Urgent, Soon, Soon, Minutes(5), "op-duty-store"),
        new(SystemComponent.DiskLow, DutySeverity.ByDay, DutySeverity.ByDay, Soon, Minutes(10), Minutes(30), "op-duty-disk-low"),
        new(SystemComponent.DiskFull, DutySeverity.Urgent, DutySeverity.Urgent, Soon, Soon, Minutes(5), "op-duty-disk-full"),
        new(SystemComponent.Clock, DutySeverity.ByDay, DutySeverity.ByDay, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromHours(24), "op-duty-clock"),
        new(SystemComponent.Schedule, DutySeverity.Urgent, DutySeverity.Urgent, Soon, Minutes(2), Minutes(2), "op-duty-schedule"),
        new(SystemComponent.Heartbeat, DutySeverity.Urgent, DutySeverity.Urgent, Soon, Minutes(2), TimeSpan.Zero, "op-duty-heartbeat"),
    ];

    /// <summary>Goes on with the troubles for which an earlier process gave the duty chain a matter, so that their end ends it.</summary>
    /// <param name="matters">The matters as they stand.</param>
    /// <returns>The state to begin with.</returns>
    public static SystemAlarmsState Resume(IReadOnlyList<DutyMatterState> matters)
    {
        var troubles = SystemAlarmsState.Fresh.Troubles.ToBuilder();
        foreach (DutyMatter matter in matters.Where(matter => matter.Standing != DutyStanding.Over).Select(matter => matter.Matter))
        {
            if (SystemReading.OfKey(matter.Key) is { } reading)
            {
                troubles[matter.Key] = new SystemTrouble(reading, matter.Since, null, true, matter.Severity);
            }
        }

        return SystemAlarmsState.Fresh with { Troubles = troubles.ToImmutable() };
    }

    /// <summary>Takes the readings of a moment.</summary>
    /// <param name="state">What is remembered.</param>
    /// <param name="readings">All parts; one that is not among them is well.</param>
    /// <param name="alertRunning">Whether an alert is running.</param>
    /// <param name="now">The time.</param>
    /// <param name="rules">What trouble means here, one row for each part; null: <see cref="Table"/>.</param>
    /// <returns>The new state and what follows, in the order of the keys.</returns>
    public static (SystemAlarmsState State, IReadOnlyList<SystemAlarmEffect> Effects) Step(
        SystemAlarmsState state, IReadOnlyList<SystemReading> readings, bool alertRunning, DateTimeOffset now, IReadOnlyList<SystemAlarmRule>? rules = null)
    {
        rules ??= Table;
        var effects = new List<SystemAlarmEffect>();
        var troubles = state.Troubles.ToBuilder();
        HashSet<string> unwell = [];
        foreach (SystemReading reading in readings.Where(reading => !reading.IsWell))
        {
            unwell.Add(reading.Key);
            SystemTrouble before = troubles.GetValueOrDefault(reading.Key) ?? new SystemTrouble(reading, now, null, false, null);
            troubles[reading.Key] = Unwell(before, RuleOf(rules, reading), alertRunning, now, effects);
        }

        foreach (SystemTrouble trouble in state.Troubles.Values.Where(trouble => !unwell.Contains(trouble.Reading.Key)))
        {
            if (Well(trouble, RuleOf(rules, trouble.Reading), now, effects) is { } still)
            {
                troubles[trouble.Reading.Key] = still;
            }
            else
            {
                troubles.Remove(trouble.Reading.Key);
            }
        }

        return (state with { Troubles = troubles.ToImmutable() }, effects);
    }

    private static SystemTrouble Unwell(SystemTrouble trouble, SystemAlarmRule rule, bool alertRunning, DateTimeOffset now, List<SystemAlarmEffect> effects)
    {
        DateTimeOffset since = trouble.BadSince > now ? now : trouble.BadSince;
        trouble = trouble with { WellSince = null, BadSince = since };
        if (!trouble.Told && now - since >= rule.TellAfter)
        {
            effects.Add(new SystemAlarmEffect.Tell(trouble.Reading));
            trouble = trouble with { Told = true };
        }

        DutySeverity severity = alertRunning ? rule.DuringAlert : rule.Idle;
        if (now - since < rule.PhoneAfter || severity <= trouble.Phoned)
        {
            return trouble;
        }

        effects.Add(new SystemAlarmEffect.Phone(trouble.Reading, rule, severity, since));
        return trouble with { Phoned = severity };
    }

    /// <summary>Null when it is believed to be well.</summary>
    private static SystemTrouble? Well(SystemTrouble trouble, SystemAlarmRule rule, DateTimeOffset now, List<SystemAlarmEffect> effects)
    {
        if (!trouble.Told && trouble.Phoned is null)
        {
            return null;
        }

        DateTimeOffset since = trouble.WellSince is { } before && before <= now ? before : now;
        if (now - since < rule.WellAfter)
        {
            return trouble with { WellSince = since };
        }

        effects.Add(new SystemAlarmEffect.Over(trouble.Reading with { IsWell = true }));
        return null;
    }

    private static SystemAlarmRule RuleOf(IReadOnlyList<SystemAlarmRule> rules, SystemReading reading) => rules.First(rule => rule.Component == reading.Component);

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
