namespace AlertAutomaton.Alerting.Duty;

/// <summary>A path by which alarms reach people that does not need the phone calls to work: mail, text, a log that somebody watches.</summary>
public interface IAlarmPath
{
    /// <summary>The name in the log.</summary>
    string Name { get; }

    /// <summary>True where it reaches a person elsewhere, so that it is worth trying again.</summary>
    bool ReachesPeople { get; }

    /// <summary>Tells it.</summary>
    /// <param name="notice">What.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>True when the next machine took it over; false, or any exception, when not.</returns>
    Task<bool> SendAsync(AlarmNotice notice, CancellationToken ct);
}
