using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Channels.Email;

/// <summary>One mail, ready for a relay: every line already free of line breaks, every address checked.</summary>
internal sealed record OutgoingMail
{
    public required AttemptId Attempt { get; init; }

    public required EmailAddress From { get; init; }

    public required string FromName { get; init; }

    public required EmailAddress ReplyTo { get; init; }

    /// <summary>The envelope's sender.</summary>
    public required EmailAddress ReturnPath { get; init; }

    public required EmailAddress To { get; init; }

    public required string Subject { get; init; }

    /// <summary>The Message-ID with its angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>Headers beside those above, in order; ASCII.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The plain text, lines ended by CR LF.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML, ASCII only, lines ended by CR LF.</summary>
    public required string Html { get; init; }
}
