using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Progress;

/// <summary>One item of the live stream. A closed hierarchy: <see cref="ProgressNotice"/>, <see cref="AttemptNotice"/>, <see cref="HealthNotice"/>,
/// <see cref="OperatorAlarmNotice"/>.</summary>
public abstract record AlertNotice
{
    private protected AlertNotice()
    {
    }

    /// <summary>Its place in the stream of this process, from 1 without gaps; set by <see cref="AlertFeed"/>.</summary>
    public long Sequence { get; internal init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }
}
