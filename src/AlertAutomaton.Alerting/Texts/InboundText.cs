using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Alerting.Texts;

/// <summary>A text that came in: an answer to an alert, or anything else that somebody wrote to the sender of one.</summary>
public sealed record InboundText
{
    /// <summary>The most characters that are kept.</summary>
    public const int LongestText = 2_000;

    /// <summary>Names the text (UUID version 7).</summary>
    public required Guid Id { get; init; }

    /// <summary>The gateway that brought it.</summary>
    public required string Gateway { get; init; }

    /// <summary>The sender as the gateway wrote it, at most 20 characters: a number, a short code, a name.</summary>
    public required string From { get; init; }

    /// <summary>The sender's number; the empty number for short codes and names, which are never answered.</summary>
    public required E164Number Number { get; init; }

    /// <summary>To whom it was written, at most 20 characters: the sender of the alert texts.</summary>
    public required string To { get; init; }

    /// <summary>What it says, at most <see cref="LongestText"/> characters.</summary>
    public required string Text { get; init; }

    /// <summary>When it came in (UTC).</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}
