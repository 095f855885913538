using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Alerting.Delivery;

/// <summary>Moves a moment out of quiet hours and quiet days.</summary>
internal static class QuietTime
{
    private const int DaysToLookAhead = 8;

    /// <summary>The first moment at or after the given one that is not quiet.</summary>
    /// <param name="moment">The wanted moment.</param>
    /// <param name="quiet">The quiet hours; null: none.</param>
    /// <param name="zone">The zone they are read in.</param>
    /// <returns>That moment; <see cref="DateTimeOffset.MaxValue"/> when every day is quiet.</returns>
    public static DateTimeOffset After(DateTimeOffset moment, QuietHours? quiet, TimeZoneInfo zone)
    {
        if (quiet is null)
        {
            return moment;
        }

        for (var tries = 0; tries <= 2 * DaysToLookAhead; tries++)
        {
            var local = TimeZoneInfo.ConvertTime(moment, zone);
            var hour = TimeOnly.FromTimeSpan(local.TimeOfDay);
            if (quiet.QuietDays.Contains(local.DayOfWeek))
            {
                moment = LocalMoment.At(local.Date.AddDays(1), zone);
            }
            else if (quiet.From != quiet.To && hour.IsBetween(quiet.From, quiet.To))
            {
                var end = local.Date + quiet.To.ToTimeSpan();
                moment = LocalMoment.At(hour < quiet.To ? end : end.AddDays(1), zone);
            }
            else
            {
                return moment;
            }
        }

        return DateTimeOffset.MaxValue;
    }
}
