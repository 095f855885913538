namespace AlertAutomaton.Channels.Email;

/// <summary>How mails are written and which relays carry them.</summary>
public sealed record EmailChannelOptions
{
    /// <summary>The relays, the preferred one first; one at least. A mail that one of them failed to carry is retried on the next.</summary>
    public required IReadOnlyList<MailRelayOptions> Relays { get; init; }

    /// <summary>The address the mails come from.</summary>
    public required string From { get; init; }

    /// <summary>The name beside it, which is also who warns: <c>Mairie de …</c>. One line, 1 to 100 characters.</summary>
    public required string FromName { get; init; }

    /// <summary>Where answers go; null: to <see cref="From"/>.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Where the relays return what they cannot deliver (the envelope's sender, RFC 5321 §4.5.5); null: to <see cref="From"/>.</summary>
    public string? BounceAddress { get; init; }

    /// <summary>What stands before <c>/a/…</c> in the links, as residents reach it from outside; null: no links, answers by other ways.</summary>
    public Uri? LinkBase { get; init; }

    /// <summary>The right side of every Message-ID; null: the domain of <see cref="From"/>. Bounces are matched by it.</summary>
    public string? MessageIdDomain { get; init; }
}
