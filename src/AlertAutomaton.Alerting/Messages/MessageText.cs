namespace AlertAutomaton.Alerting.Messages;

/// <summary>The message in one language.</summary>
public sealed record MessageText
{
    /// <summary>A BCP 47 tag: <c>fr</c>, <c>en</c>, <c>pt-BR</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What is said to a person. May be empty only where there is a recording.</summary>
    public required string Text { get; init; }

    /// <summary>What is left on an answering machine; null: the same text, without the keys.</summary>
    public string? VoicemailText { get; init; }

    /// <summary>What is sent as a text message; null: <see cref="Text"/>. May hold placeholders, see <see cref="MessagePlaceholders"/>.</summary>
    public string? SmsText { get; init; }

    /// <summary>The subject of the mail; null: the title of the alert.</summary>
    public string? EmailSubject { get; init; }

    /// <summary>What is written in the mail, as plain paragraphs; null: <see cref="Text"/>. May hold placeholders.</summary>
    public string? EmailText { get; init; }

    /// <summary>What the trusted person of a silent, vulnerable household is told, on any channel; null: the product's own words before <see cref="Text"/>.</summary>
    public string? TrustedText { get; init; }

    /// <summary>A recording (WAV file, a path the host can read) to play instead of speaking the text.</summary>
    public string? Recording { get; init; }

    /// <summary>A recording for answering machines.</summary>
    public string? VoicemailRecording { get; init; }
}
