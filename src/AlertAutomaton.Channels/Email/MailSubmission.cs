namespace AlertAutomaton.Channels.Email;

/// <summary>What was seen of one mail's way to a relay.</summary>
internal sealed record MailSubmission
{
    /// <summary>How it ended.</summary>
    public required MailSubmissionEnd End { get; init; }

    /// <summary>The reply code of a refusal (RFC 5321 §4.2); 0 where there was none.</summary>
    public int Code { get; init; }

    /// <summary>What the relay wrote; may hold the address, so it goes into no log and no journal.</summary>
    public string Reply { get; init; } = "";

    /// <summary>True when the relay had begun to take the content: it accepted the sender and the recipient.</summary>
    public bool ContentBegun { get; init; }

    /// <summary>True when the whole content had been handed to the connection.</summary>
    public bool ContentSent { get; init; }

    /// <summary>What went wrong below the protocol, without addresses: <c>ConnectionRefused</c>.</summary>
    public string Fault { get; init; } = "";
}
