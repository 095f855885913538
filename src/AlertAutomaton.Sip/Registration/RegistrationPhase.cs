namespace AlertAutomaton.Sip.Registration;

/// <summary>Where a registration stands.</summary>
internal enum RegistrationPhase
{
    Idle,
    Registering,
    Waiting,
    Unregistering,
    Stopped,
}
