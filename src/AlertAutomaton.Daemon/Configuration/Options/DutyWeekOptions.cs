namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>The people on duty in a calendar week; it begins at the hand-over.</summary>
internal sealed record DutyWeekOptions
{
    /// <summary>Week by ISO 8601, for example 2026-W49.</summary>
    public string Week { get; init; } = "";

    /// <summary>Numbers of the operators, in the order in which they are phoned.</summary>
    public IReadOnlyList<string> Operators { get; init; } = [];
}
