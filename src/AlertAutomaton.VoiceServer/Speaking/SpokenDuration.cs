namespace AlertAutomaton.VoiceServer.Speaking;

/// <summary>A length of time as people say it: seconds under a minute, minutes under two hours, then hours and minutes. Pure.</summary>
internal static class SpokenDuration
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan InHours = TimeSpan.FromHours(2);

    /// <summary>The names of the prompts. Parts of a minute count as one: nobody is promised less than it takes.</summary>
    /// <param name="duration">Not negative.</param>
    /// <param name="language">Two letters.</param>
    public static IReadOnlyList<string> Names(TimeSpan duration, string language)
    {
        if (duration < Minute)
        {
            return SpokenUnit.Seconds.Of((int)Math.Ceiling(Math.Max(0, duration.TotalSeconds)), language);
        }

        int minutes = (int)Math.Ceiling(Math.Min(duration.TotalMinutes, SpokenNumber.Highest));
        if (duration < InHours)
        {
            return SpokenUnit.Minutes.Of(minutes, language);
        }

        IReadOnlyList<string> hours = SpokenUnit.Hours.Of(minutes / 60, language);
        return minutes % 60 == 0 ? hours : [.. hours, .. SpokenUnit.Minutes.Of(minutes % 60, language)];
    }
}
