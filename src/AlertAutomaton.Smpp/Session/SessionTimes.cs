namespace AlertAutomaton.Smpp.Session;

/// <summary>Times of a session (SMPP 3.4 §7.2).</summary>
/// <param name="Response">How long an answer may take.</param>
/// <param name="EnquireLink">Quiet time before we ask.</param>
/// <param name="Unbind">How long leaving may take.</param>
internal sealed record SessionTimes(TimeSpan Response, TimeSpan EnquireLink, TimeSpan Unbind);
