namespace AlertAutomaton.Lab.Phones;

/// <summary>What a simulated phone does with one call.</summary>
public sealed record PhonePlan
{
    /// <summary>The status it refuses the call with, or null when it rings.</summary>
    public int? Refuse { get; init; }

    /// <summary>Retry-After of the refusal.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True when it rings and nobody ever comes.</summary>
    public bool NeverAnswers { get; init; }

    /// <summary>True when a 183 with sound comes before the answer.</summary>
    public bool EarlyMedia { get; init; }

    /// <summary>How much longer than usual it rings, as a factor.</summary>
    public double RingFactor { get; init; } = 1;

    /// <summary>What happens on the line; after the last act it listens until it is hung up on.</summary>
    public IReadOnlyList<PhoneAct> Acts { get; init; } = [];

    /// <summary>True when the phone refuses telephone-event and presses its keys as tones.</summary>
    public bool InBandOnly => Acts.OfType<PhoneAct.Press>().Any(press => press.Way == KeyWay.InBand);
}
