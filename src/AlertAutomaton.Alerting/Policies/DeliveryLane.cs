using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Policies;

/// <summary>
/// One ladder of a policy: attempts on one channel, one after the other, over the contact points it admits. A pass goes once
/// through these points; then the next pass begins.
/// </summary>
public sealed record DeliveryLane
{
    /// <summary>The channel it uses.</summary>
    public required ChannelKind Channel { get; init; }

    /// <summary>Whose points it uses.</summary>
    public ContactPointRole Audience { get; init; } = ContactPointRole.Own;

    /// <summary>Which lines it admits; other channels than voice and SMS ignore it.</summary>
    public LineFilter Lines { get; init; } = LineFilter.Any;

    /// <summary>True: only for vulnerable households.</summary>
    public bool OnlyVulnerable { get; init; }

    /// <summary>Used only where a household has no usable point of its own of any of these kinds; empty: always used.</summary>
    public IReadOnlyList<ChannelKind> OnlyWithout { get; init; } = [];

    /// <summary>Used only where a household has a usable point of its own of this kind; null: always used.</summary>
    public ChannelKind? OnlyWith { get; init; }

    /// <summary>How long after the launch it begins.</summary>
    public TimeSpan StartAfter { get; init; }

    /// <summary>
    /// The local hour of the event's day at which it begins instead (a reminder on the same morning); null: <see cref="StartAfter"/> counts.
    /// A lane with it sleeps in an alert without an event, and where the hour is past at the launch.
    /// </summary>
    public TimeOnly? OnEventDayAt { get; init; }

    /// <summary>How many passes; null: until the lifetime ends or a limit is reached.</summary>
    public int? Passes { get; init; }

    /// <summary>Waits between the end of a pass and the next one; the last repeats. Never empty.</summary>
    public IReadOnlyList<TimeSpan> PassDelays { get; init; } = [TimeSpan.FromMinutes(5)];

    /// <summary>How many calls in a row to one point in one pass when nobody answers or the call is cut short. At least 1.</summary>
    public int TriesPerPoint { get; init; } = 1;

    /// <summary>How many calls in a row to one point in one pass while it is busy. At least 1.</summary>
    public int BusyTriesPerPoint { get; init; } = 3;

    /// <summary>The most calls to one point over all passes, failures of the network not counted. At least 1.</summary>
    public int MaximumPerPoint { get; init; } = 12;

    /// <summary>The wait before a busy point is called again.</summary>
    public TimeSpan BusyDelay { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The wait before a point that did not answer, or cut the message short, is called again.</summary>
    public TimeSpan NoAnswerDelay { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The wait before the next point is tried.</summary>
    public TimeSpan NextPointDelay { get; init; }

    /// <summary>When a message is left on answering machines.</summary>
    public VoicemailMode Voicemail { get; init; } = VoicemailMode.OncePerPoint;
}
