namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Other people for a time: another list, or one stand-in for one person.</summary>
internal sealed record DutyExceptionOptions
{
    /// <summary>When it begins, by the clocks on the wall, for example 2026-12-24 18:00.</summary>
    public string From { get; init; } = "";

    /// <summary>When it ends, in the same form.</summary>
    public string Until { get; init; } = "";

    /// <summary>Numbers of the operators whose list holds instead of weeks and blocks; empty: those stay.</summary>
    public IReadOnlyList<string> Operators { get; init; } = [];

    /// <summary>Number of the operator who is away; empty: nobody.</summary>
    public string Absent { get; init; } = "";

    /// <summary>Number of the operator who stands in for that person; empty: nobody does.</summary>
    public string StandIn { get; init; } = "";
}
