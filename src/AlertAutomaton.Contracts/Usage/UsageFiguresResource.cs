namespace AlertAutomaton.Contracts.Usage;

/// <summary>What went out, or is expected to, and what it costs.</summary>
public sealed record UsageFiguresResource
{
    /// <summary>Texts.</summary>
    public required long Texts { get; init; }

    /// <summary>Their segments.</summary>
    public required long Segments { get; init; }

    /// <summary>Calls begun, answered or not.</summary>
    public required long CallsBegun { get; init; }

    /// <summary>Calls that somebody or something picked up.</summary>
    public required long CallsAnswered { get; init; }

    /// <summary>Seconds of the answered calls, each begun second counted.</summary>
    public required long CallSeconds { get; init; }

    /// <summary>Mails.</summary>
    public required long Mails { get; init; }

    /// <summary>Cost in the currency beside it; null where no tariff is configured.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Answered calls, segments and mails that no tariff has a price for: they are not in <see cref="Amount"/>.</summary>
    public long Unpriced { get; init; }
}
