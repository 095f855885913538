namespace AlertAutomaton.Sip.UserAgents;

/// <summary>Where a registration stands.</summary>
public enum SipRegistrationState
{
    /// <summary>Not registered yet; the first REGISTER is on its way.</summary>
    Registering,

    /// <summary>The registrar accepted it and it has not run out.</summary>
    Registered,

    /// <summary>The last REGISTER failed; another follows after a back-off.</summary>
    Failed,

    /// <summary>Ended by us.</summary>
    Stopped,
}
