using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>An attempt is about to leave. On disk before its first packet.</summary>
public sealed record AttemptBegun : AttemptEvent
{
    /// <summary>Which attempt of its recipient it is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Which lane of the policy, from 0.</summary>
    public required int Lane { get; init; }

    /// <summary>Which of the recipient’s points, from 0.</summary>
    public required int PointIndex { get; init; }

    /// <summary>The contact point.</summary>
    public required ContactPointId Point { get; init; }

    /// <summary>How it is reached.</summary>
    public required ChannelKind Channel { get; init; }

    /// <summary>Where to: the number or address, because the register may change later.</summary>
    public required string Address { get; init; }

    /// <summary>The line reserved.</summary>
    public required string Line { get; init; }

    /// <summary>The caller id that will be shown.</summary>
    public string? CallerId { get; init; }

    /// <summary>The names under which answers to it may come (see <see cref="Channels.AttemptReference"/>); null when there are none.</summary>
    public IReadOnlyList<string>? References { get; init; }

    /// <summary>True when the attempt before it was interrupted by a crash: the phone may ring twice.</summary>
    public bool DoubtfulRepeat { get; init; }
}
