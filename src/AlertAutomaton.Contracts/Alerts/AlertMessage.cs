namespace AlertAutomaton.Contracts.Alerts;

/// <summary>What is said in one language: a text to synthesise, a recording, or a prompt that ships with the product.</summary>
/// <remarks>Exactly one of <see cref="Text"/>, <see cref="Recording"/> and <see cref="Prompt"/> is the spoken source; a text beside a
/// recording is kept for reports and is not spoken.</remarks>
public sealed record AlertMessage
{
    /// <summary>Language of the message, a two-letter code such as <c>fr</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The text, at most 2,000 characters; synthesised before the alert is accepted.</summary>
    public string? Text { get; init; }

    /// <summary>What is sent as a text message, at most 2,000 characters; null: <see cref="Text"/>. May hold <c>{name}</c>, <c>{organisation}</c>, <c>{link}</c>, <c>{code}</c>, <c>{time}</c>, <c>{date}</c>.</summary>
    public string? SmsText { get; init; }

    /// <summary>The subject of the mail, at most 200 characters; null: the title of the alert.</summary>
    public string? EmailSubject { get; init; }

    /// <summary>What is written in the mail, at most 20,000 characters; null: <see cref="Text"/>. Placeholders as in <see cref="SmsText"/>.</summary>
    public string? EmailText { get; init; }

    /// <summary>What the trusted person of a silent, vulnerable household is told, at most 2,000 characters; null: the product's own words before <see cref="Text"/>.</summary>
    public string? TrustedText { get; init; }

    /// <summary>A WAV file, at most 8 MiB; in JSON as base64.</summary>
    public byte[]? Recording { get; init; }

    /// <summary>The name of a shipped prompt, for example <c>sample-flood-message</c>.</summary>
    public string? Prompt { get; init; }
}
