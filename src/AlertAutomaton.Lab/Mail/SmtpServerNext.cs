namespace AlertAutomaton.Lab.Mail;

/// <summary>What follows an answer of a mail server.</summary>
internal enum SmtpServerNext : byte
{
    /// <summary>The next command.</summary>
    Command,

    /// <summary>The content of a mail.</summary>
    Content,

    /// <summary>TLS.</summary>
    Tls,

    /// <summary>AUTH PLAIN without its response: one line follows.</summary>
    PlainResponse,

    /// <summary>AUTH LOGIN: user and password follow.</summary>
    LoginUser,

    /// <summary>AUTH LOGIN with the user in its first line: the password follows.</summary>
    LoginPassword,

    /// <summary>The end of the connection.</summary>
    Close,
}
