using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>A contact point was closed from outside: found invalid elsewhere, or withdrawn. Counts at once in a running alert.</summary>
public sealed record ContactPointInvalidated : RecipientEvent
{
    /// <summary>The point.</summary>
    public required ContactPointId Point { get; init; }

    /// <summary>Which of the recipient’s points, from 0.</summary>
    public required int PointIndex { get; init; }

    /// <summary>What is known.</summary>
    public required PointVerdict Verdict { get; init; }

    /// <summary>For people.</summary>
    public required string Why { get; init; }
}
