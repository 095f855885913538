namespace AlertAutomaton.Alerting.Progress;

/// <summary>What the attempts of an alert have shown: sums, so that they can be added up without looking at attempts again.</summary>
public sealed record AttemptStatistics
{
    /// <summary>Attempts that ended after they had left.</summary>
    public long Ended { get; init; }

    /// <summary>Of these, those that closed their household.</summary>
    public long Closing { get; init; }

    /// <summary>For how long lines were held, all attempts together.</summary>
    public TimeSpan LineTime { get; init; }

    /// <summary>First attempts that ended, and those of them that closed their household.</summary>
    public long FirstEnded { get; init; }

    /// <summary>First attempts that closed their household.</summary>
    public long FirstClosing { get; init; }
}
