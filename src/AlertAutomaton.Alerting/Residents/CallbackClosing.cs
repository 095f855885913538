namespace AlertAutomaton.Alerting.Residents;

/// <summary>How a wish to be registered was dealt with; kept on file with the consent.</summary>
public sealed record CallbackClosing
{
    /// <summary>The longest name in <see cref="By"/>, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>The longest <see cref="Note"/>, in characters.</summary>
    public const int LongestNote = 500;

    /// <summary>What became of it.</summary>
    public required CallbackOutcome Outcome { get; init; }

    /// <summary>Who dealt with it, as they name themselves; never empty.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What is worth knowing later; null for nothing.</summary>
    public string? Note { get; init; }
}
