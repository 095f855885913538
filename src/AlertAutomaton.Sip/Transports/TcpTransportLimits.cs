namespace AlertAutomaton.Sip.Transports;

/// <summary>What a stream transport allows its neighbours.</summary>
/// <param name="MostAccepted">The most accepted connections at once.</param>
/// <param name="ConnectTimeout">How long opening may take.</param>
/// <param name="IdleTimeout">How long an accepted connection may be silent.</param>
internal sealed record TcpTransportLimits(int MostAccepted, TimeSpan ConnectTimeout, TimeSpan IdleTimeout);
