using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Sip.Registration;

/// <summary>The state of a registration.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Told">What the application was told last.</param>
/// <param name="Expires">The lifetime that is asked for, lengthened by 423.</param>
/// <param name="Failures">Failures since the last success.</param>
/// <param name="ValidUntil">The monotonic moment until which the registrar keeps the last registration.</param>
internal readonly record struct RegistrationState(
    RegistrationPhase Phase, SipRegistrationState Told, TimeSpan Expires, int Failures = 0, TimeSpan ValidUntil = default);
