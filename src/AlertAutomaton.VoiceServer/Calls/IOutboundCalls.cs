using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.VoiceServer.Calls;

/// <summary>Calls that the voice server itself places: to the registered phone of an operator, to nobody else.</summary>
internal interface IOutboundCalls
{
    /// <summary>Calls a number and waits for an answer.</summary>
    /// <param name="number">The number.</param>
    /// <param name="ct">Withdraws the call while it rings.</param>
    /// <returns>The answered call, which the caller hangs up; null when nobody answered, no line came free, or the number may not be called.</returns>
    Task<IVoiceCall?> CallAsync(E164Number number, CancellationToken ct);
}
