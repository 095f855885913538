namespace AlertAutomaton.Smpp.Pdus;

/// <summary>What a command_status means for what we sent.</summary>
public enum CommandVerdict
{
    /// <summary>Done.</summary>
    Accepted,

    /// <summary>Permanent for this destination: another message to it would be refused too.</summary>
    RejectedDestination,

    /// <summary>Permanent for this message or our way of sending it: other destinations would be refused too.</summary>
    RejectedMessage,

    /// <summary>Later may help.</summary>
    Temporary,

    /// <summary>Too fast or too many: slow down; says nothing about the message.</summary>
    Throttled,

    /// <summary>The bind is refused for another reason than the account.</summary>
    BindRefused,

    /// <summary>System id or password is wrong: at most one attempt a minute.</summary>
    CredentialsRefused,

    /// <summary>Another session of the account is in the way, usually our own that was cut.</summary>
    AlreadyBound,

    /// <summary>The session is not bound for it.</summary>
    NotBound,
}
