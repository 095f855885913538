namespace AlertAutomaton.Lab.Mail;

/// <summary>What a mail server knows of one connection.</summary>
internal sealed record SmtpServerState
{
    public bool Greeted { get; init; }

    public bool Secure { get; init; }

    public string? User { get; init; }

    /// <summary>The user named in the first line of AUTH LOGIN.</summary>
    public string LoginName { get; init; } = "";

    /// <summary>The sender of the mail under way; null when none is.</summary>
    public string? From { get; init; }

    public IReadOnlyList<string> To { get; init; } = [];
}
