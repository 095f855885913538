using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>How a trunk is watched with OPTIONS (RFC 3261 §11).</summary>
public sealed record SipTrunkProbeOptions
{
    /// <summary>The trunk's name, for logs.</summary>
    public required string Name { get; init; }

    /// <summary>The Request-URI of the OPTIONS.</summary>
    public required SipUri Target { get; init; }

    /// <summary>Where the trunk is, asked again before every OPTIONS; null when it cannot be resolved, which counts as a failure.</summary>
    public required Func<CancellationToken, ValueTask<SipDestination?>> Destination { get; init; }

    /// <summary>From one OPTIONS to the next while all is well. 30 s.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From one OPTIONS to the next while the trunk is in doubt or down. 5 s.</summary>
    public TimeSpan DoubtInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an answer may take. 4 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Failures in a row after which the trunk is down. 2.</summary>
    public int FailuresToGoDown { get; init; } = 2;

    /// <summary>Successes in a row after which it is up again. 2.</summary>
    public int SuccessesToComeBack { get; init; } = 2;
}
