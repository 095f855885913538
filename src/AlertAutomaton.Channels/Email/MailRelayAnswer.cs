namespace AlertAutomaton.Channels.Email;

/// <summary>What a relay answers when it is tried without a mail.</summary>
public enum MailRelayAnswer : byte
{
    /// <summary>It would take mails, as far as that can be told without one.</summary>
    Ready,

    /// <summary>No connection, or no mail relay behind it.</summary>
    Unreachable,

    /// <summary>STARTTLS is not offered, or the certificate is not good for that name.</summary>
    NotSecure,

    /// <summary>It refuses the user or the password.</summary>
    LoginRefused,

    /// <summary>It offers no AUTH LOGIN on this connection.</summary>
    LoginNotOffered,
}
