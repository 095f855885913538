using AlertAutomaton.Contracts.Usage;

namespace AlertAutomaton.Contracts.Alerts;

/// <summary>How long an order is expected to take: answer of <c>POST /api/v1/forecast</c>, whose body is that of a launch.</summary>
public sealed record ForecastResource
{
    /// <summary>Households that can be called at all.</summary>
    public required int Recipients { get; init; }

    /// <summary>Channels that the forecast counts with.</summary>
    public required int Channels { get; init; }

    /// <summary>New calls per second that the trunks allow together.</summary>
    public required double CallsPerSecond { get; init; }

    /// <summary>Calls that begin per minute while all channels are busy.</summary>
    public required double CallsPerMinute { get; init; }

    /// <summary>Length of the message in its longest language.</summary>
    public required double MessageSeconds { get; init; }

    /// <summary>Seconds until every household has been called once.</summary>
    public required double FirstPassSeconds { get; init; }

    /// <summary>Seconds until nothing more is to be tried, or the lifetime is over.</summary>
    public required double TotalSeconds { get; init; }

    /// <summary>The same when texts and mails are answered twice as often as assumed; null when nothing written goes out.</summary>
    public double? TotalSecondsAtLeast { get; init; }

    /// <summary>The same when nobody answers a text or a mail; null when nothing written goes out.</summary>
    public double? TotalSecondsAtMost { get; init; }

    /// <summary>Calls expected in all.</summary>
    public required int Attempts { get; init; }

    /// <summary>Households expected to be reached by the first pass.</summary>
    public required int ReachedByFirstPass { get; init; }

    /// <summary>Households expected to be reached in the end.</summary>
    public required int Reached { get; init; }

    /// <summary><c>none</c>, <c>lines</c>, <c>startsPerSecond</c> or <c>noLine</c> (no trunk serves anybody: nothing would be called).</summary>
    public required string LimitedBy { get; init; }

    /// <summary>True when the lifetime ends before the policy does.</summary>
    public required bool EndsByLifetime { get; init; }

    /// <summary>What it is expected to use and cost.</summary>
    public LaunchCostResource? Cost { get; init; }

    /// <summary>Where the limits would stand with it; null where none is configured, or they cannot be read now.</summary>
    public QuotaResource? Quota { get; init; }
}
