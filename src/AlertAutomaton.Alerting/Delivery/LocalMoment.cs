namespace AlertAutomaton.Alerting.Delivery;

/// <summary>From a clock on the wall to a moment.</summary>
internal static class LocalMoment
{
    /// <summary>The moment at which the clocks of a zone show something: the first one where they show it twice.</summary>
    /// <param name="local">What they show; its kind is ignored.</param>
    /// <param name="zone">The zone.</param>
    /// <returns>The moment, in UTC.</returns>
    public static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);

        // An hour that a clock change skips does not exist: the hour after it is meant.
        while (zone.IsInvalidTime(unspecified))
        {
            unspecified = unspecified.AddMinutes(30);
        }

        var offset = zone.IsAmbiguousTime(unspecified) ? zone.GetAmbiguousTimeOffsets(unspecified).Max() : zone.GetUtcOffset(unspecified);
        return new DateTimeOffset(unspecified, offset).ToUniversalTime();
    }
}
