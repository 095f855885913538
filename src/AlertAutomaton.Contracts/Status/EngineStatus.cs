namespace AlertAutomaton.Contracts.Status;

/// <summary>What the engine has to do now and has done since it started; <c>/metrics</c> shows the same to machines.</summary>
public sealed record EngineStatus
{
    /// <summary>Alerts that begin attempts.</summary>
    public required int AlertsRunning { get; init; }

    /// <summary>Recipients whose next attempt could begin now if a line were free.</summary>
    public required int RecipientsReady { get; init; }

    /// <summary>Recipients whose next attempt is planned for later.</summary>
    public required int RecipientsWaiting { get; init; }

    /// <summary>Recipients to whom nothing more is sent and whose answer is waited for.</summary>
    public required int RecipientsListening { get; init; }

    /// <summary>Attempts under way.</summary>
    public required int AttemptsOpen { get; init; }

    /// <summary>Texts that a gateway took and whose final receipt has not come.</summary>
    public required int TextsAwaitingReceipt { get; init; }

    /// <summary>Attempts that ended since the start, by channel and outcome.</summary>
    public required IReadOnlyList<OutcomeCount> Ended { get; init; }

    /// <summary>What the network told later since the start (receipts of texts, bounces of mails), by channel and outcome.</summary>
    public required IReadOnlyList<OutcomeCount> Reports { get; init; }

    /// <summary>Writes to the journal since the start.</summary>
    public required long JournalWrites { get; init; }

    /// <summary>Seconds from handing a write over to its sync that half of all writes stayed under; null before the first write, or above the last step of the scale (10 s).</summary>
    public double? JournalMedianSeconds { get; init; }

    /// <summary>The same for 99 of 100 writes.</summary>
    public double? Journal99Seconds { get; init; }
}
