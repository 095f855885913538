namespace AlertAutomaton.Channels.Email;

/// <summary>How the connection to a mail relay is protected. The certificate is always checked.</summary>
public enum MailRelaySecurity : byte
{
    /// <summary>Not at all: for a relay on the same machine or in the same guarded network. No password goes over it.</summary>
    None,

    /// <summary>STARTTLS (RFC 3207), and nothing is said when the relay does not offer it.</summary>
    StartTls,
}
