namespace AlertAutomaton.Smpp.Session;

/// <summary>Why a session has to be opened again.</summary>
internal enum ReconnectCause
{
    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>The far end refused the bind, or sent us away.</summary>
    Refused,

    /// <summary>The far end refused account or password.</summary>
    CredentialsRefused,

    /// <summary>The far end believes that we are bound.</summary>
    AlreadyBound,
}
