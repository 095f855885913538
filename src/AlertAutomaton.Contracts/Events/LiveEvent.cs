using AlertAutomaton.Contracts.Alerts;

namespace AlertAutomaton.Contracts.Events;

/// <summary>One server-sent event of <c>GET /api/v1/events</c>; its <c>id</c> line carries <see cref="Sequence"/>.</summary>
public sealed record LiveEvent
{
    /// <summary>Position in the stream of this daemon process; send it back as <c>Last-Event-ID</c> to go on after it.</summary>
    public required long Sequence { get; init; }

    /// <summary><c>progress</c> (figures or state of an alert changed), <c>attempt</c> (a call ended and that is on disk) <c>health</c>, or
    /// <c>alarm</c> (something happened on the operators' line).</summary>
    public required string Kind { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The alert that it is about; null for <c>health</c> and <c>alarm</c>.</summary>
    public Guid? AlertId { get; init; }

    /// <summary>State of the alert, as in <see cref="AlertResource.State"/>; only for <c>progress</c>.</summary>
    public string? State { get; init; }

    /// <summary>The alert's progress at that time; only for <c>progress</c>.</summary>
    public AlertProgressResource? Progress { get; init; }

    /// <summary>The operator whom an alarm is about; null where nobody has the number that was typed, and for everything else.</summary>
    public Guid? OperatorId { get; init; }

    /// <summary>How the attempt ended, which alarm it is (<c>operatorLocked</c>, <c>hourlyCapReached</c>, <c>duress</c>), or what is wrong with the engine; null when it is well.</summary>
    public string? Detail { get; init; }
}
