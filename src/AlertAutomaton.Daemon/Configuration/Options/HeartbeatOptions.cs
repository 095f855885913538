using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Test calls that prove the chain of calls; their failure and their silence are alarms.</summary>
internal sealed record HeartbeatOptions
{
    /// <summary>Number (E.164) that is called; empty: no test calls. The town's own residents' line by its public number is a good one.</summary>
    public string Number { get; init; } = "";

    /// <summary>What a test call has to bring back: an answer, sound from the far end, or the key 5 from whoever heard us.</summary>
    [Allowed("Answered", "Sound", "Key")]
    public string Proof { get; init; } = "Sound";

    /// <summary>Minutes between two test calls.</summary>
    [Range(5, 1440)]
    public int IntervalMinutes { get; init; } = 60;

    /// <summary>Seconds before the next one after a failure; at most IntervalMinutes.</summary>
    [Range(5, 86_400)]
    public int RetrySeconds { get; init; } = 300;

    /// <summary>Failures in a row that make an alarm.</summary>
    [Range(1, 10)]
    public int FailuresToAlarm { get; init; } = 2;

    /// <summary>Minutes without a good call, and without an alert that needed the lines, that make an alarm; more than IntervalMinutes.</summary>
    [Range(6, 10_080)]
    public int LateMinutes { get; init; } = 150;

    /// <summary>Minutes without a good call, whatever the reason, that make an alarm; at least LateMinutes.</summary>
    [Range(6, 10_080)]
    public int LongestSkippingMinutes { get; init; } = 720;

    /// <summary>Seconds that the proof is waited for after the answer.</summary>
    [Range(5, 60)]
    public int ListenSeconds { get; init; } = 12;

    /// <summary>Seconds after the start before the first one, so that the trunks have come up.</summary>
    [Range(0, 600)]
    public int FirstAfterSeconds { get; init; } = 60;
}
