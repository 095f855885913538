using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.CommandLine.Progress;

/// <summary>Writes lengths of time as people say them.</summary>
internal static class Spans
{
    public static string Text(double seconds, OperatorTexts texts)
    {
        var span = TimeSpan.FromSeconds(Math.Ceiling(Math.Max(0, seconds)));
        return span switch
        {
            { TotalMinutes: < 2 } => texts.Format("span.seconds", (int)span.TotalSeconds),
            { TotalHours: < 2 } => texts.Format("span.minutes", (int)span.TotalMinutes, span.Seconds),
            _ => texts.Format("span.hours", (int)span.TotalHours, span.Minutes),
        };
    }
}
