namespace AlertAutomaton.Daemon.CommandLine.Sending;

/// <summary>What the operator asked <c>send</c> for.</summary>
internal sealed record SendRequest
{
    public required string Contacts { get; init; }

    /// <summary>Texts, each <c>TEXT</c> or <c>LANG=TEXT</c>.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>What is sent as text messages, each <c>TEXT</c> or <c>LANG=TEXT</c>.</summary>
    public IReadOnlyList<string> SmsTexts { get; init; } = [];

    /// <summary>When the event is that the alert is about.</summary>
    public DateTimeOffset? EventAt { get; init; }

    public int? Quorum { get; init; }

    /// <summary>WAV files, each <c>FILE</c> or <c>LANG=FILE</c>.</summary>
    public required IReadOnlyList<string> Recordings { get; init; }

    /// <summary>Language of texts and recordings that do not name theirs.</summary>
    public required string Language { get; init; }

    public required string Kind { get; init; }

    public required string Policy { get; init; }

    public string? Title { get; init; }

    public int? LifetimeSeconds { get; init; }

    public string? IdempotencyKey { get; init; }

    public required bool Wait { get; init; }

    public required bool Yes { get; init; }

    public required bool SkipRejected { get; init; }

    public required InterruptChoice OnInterrupt { get; init; }
}
