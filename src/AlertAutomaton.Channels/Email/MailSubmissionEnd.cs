namespace AlertAutomaton.Channels.Email;

/// <summary>How the way of a mail to a relay ended.</summary>
internal enum MailSubmissionEnd : byte
{
    /// <summary>The relay answered 250 to the content.</summary>
    Accepted,

    /// <summary>The relay answered 4xx or 5xx.</summary>
    Refused,

    /// <summary>No connection, or it broke.</summary>
    Disconnected,

    /// <summary>No secure connection: STARTTLS is not offered, or the certificate is not good.</summary>
    NotSecure,

    /// <summary>The relay cannot carry the address (no SMTPUTF8).</summary>
    NotCarried,

    /// <summary>The time was over.</summary>
    TimedOut,

    /// <summary>The attempt was stopped.</summary>
    Stopped,
}
