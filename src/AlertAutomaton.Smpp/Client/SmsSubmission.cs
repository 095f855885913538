namespace AlertAutomaton.Smpp.Client;

/// <summary>A text to one number.</summary>
public sealed record SmsSubmission
{
    /// <summary>Who receives: E.164 with plus sign.</summary>
    public required string Destination { get; init; }

    /// <summary>Who sends: a name of up to eleven characters, a short code, or E.164 with plus sign; empty for the gateway's own.</summary>
    public string Source { get; init; } = "";

    /// <summary>The text, up to 255 segments.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it goes before others, here and at the gateway (priority_flag 3, SMPP 3.4 §5.2.14).</summary>
    public bool IsUrgent { get; init; }

    /// <summary>How long it is worth delivering; null for the gateway's own time.</summary>
    public TimeSpan? Validity { get; init; }

    /// <summary>
    /// What cancelling does once something has left. False: the waiting ends, and the result is <see cref="SubmitResultKind.Unknown"/>. True: the
    /// response is waited for all the same, so that nobody is left in doubt about a text that is out in the world.
    /// </summary>
    public bool AwaitsWhatLeft { get; init; }

    /// <summary>Whether a receipt is asked for; null for the gateway's setting.</summary>
    public bool? AskForReceipt { get; init; }
}
