using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Sip.Registration;

/// <summary>What the driver has to do after a step of a registration, in order.</summary>
internal abstract record RegistrationEffect
{
    private RegistrationEffect()
    {
    }

    /// <summary>Send REGISTER for this lifetime; zero takes the registration back (RFC 3261 §10.2.2).</summary>
    public sealed record Send(TimeSpan Expires) : RegistrationEffect;

    /// <summary>Come back after so long.</summary>
    public sealed record Wait(TimeSpan After) : RegistrationEffect;

    /// <summary>Tell the application.</summary>
    public sealed record Tell(SipRegistrationState State, string? Failure) : RegistrationEffect;
}
