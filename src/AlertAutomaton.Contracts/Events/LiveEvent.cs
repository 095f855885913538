using AlertAutomaton.Contracts.Alerts;

namespace AlertAutomaton.Contracts.Events;

/// <summary>One server-sent event of <c>GET /api/v1/events</c>; its <c>id</c> line carries <see cref="Sequence"/>.</summary>
public sealed record LiveEvent
{
    /// <summary>Position in the stream of this daemon process; send it back as <c>Last-Event-ID</c> to go on after it.</summary>
    public required long Sequence { get; init; }

    /// <summary><c>progress</c>, <c>launched</c>, <c>paused</c>, <c>resumed</c>, <c>stopped</c> or <c>finished</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The alert that it is about.</summary>
    public required Guid AlertId { get; init; }

    /// <summary>The alert's progress at that time.</summary>
    public AlertProgressResource? Progress { get; init; }
}
