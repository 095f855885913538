namespace AlertAutomaton.Alerting.Delivery;

/// <summary>
/// From a clock on the wall to a moment: the first moment at which the clocks of a zone show a time or a later one. An hour that a clock
/// change skips is thus the first moment after the gap, and an hour that comes twice is its first passing. Pure.
/// </summary>
public static class LocalMoment
{
    // No zone is further than 14 hours from UTC, and no clock change moves by more than a day.
    private static readonly TimeSpan Around = TimeSpan.FromHours(40);

    /// <summary>The moment at which the clocks of a zone first show something or what follows it.</summary>
    /// <param name="local">What they show; its kind is ignored. Years 2 to 9998.</param>
    /// <param name="zone">The zone.</param>
    /// <returns>The moment, in UTC.</returns>
    public static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        var shown = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);
        var before = zone.GetUtcOffset(shown - Around);
        var after = zone.GetUtcOffset(shown + Around);
        if (before == after)
        {
            // Two changes within the window would cancel out; the zone itself says whether that is so.
            var moment = shown - before;
            return zone.GetUtcOffset(moment) == before ? moment : Search(shown, zone);
        }

        var change = ChangeBetween(shown - Around, shown + Around, before, zone);
        var earlier = shown - before;
        if (earlier < change)
        {
            return earlier;
        }

        var later = shown - zone.GetUtcOffset(change);
        return later > change ? later : change;
    }

    // The clocks of all zones change on whole minutes.
    private static DateTimeOffset ChangeBetween(DateTimeOffset low, DateTimeOffset high, TimeSpan before, TimeZoneInfo zone)
    {
        low = new DateTimeOffset(low.Ticks - (low.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        var minutes = (long)Math.Ceiling((high - low).TotalMinutes);
        var first = 0L;
        while (minutes - first > 1)
        {
            var middle = (first + minutes) / 2;
            if (zone.GetUtcOffset(low.AddMinutes(middle)) == before)
            {
                first = middle;
            }
            else
            {
                minutes = middle;
            }
        }

        return low.AddMinutes(minutes);
    }

    private static DateTimeOffset Search(DateTimeOffset shown, TimeZoneInfo zone)
    {
        var moment = new DateTimeOffset((shown - Around).Ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
        while (moment + zone.GetUtcOffset(moment) < shown)
        {
            moment = moment.AddMinutes(1);
        }

        var exact = shown - zone.GetUtcOffset(moment);
        return exact < moment && exact > moment.AddMinutes(-1) && zone.GetUtcOffset(exact) == zone.GetUtcOffset(moment) ? exact : moment;
    }
}
