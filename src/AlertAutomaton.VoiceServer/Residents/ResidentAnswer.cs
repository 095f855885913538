using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.VoiceServer.Residents;

/// <summary>What a key means.</summary>
/// <param name="Option">What is written down.</param>
/// <param name="ReadBack">The prompt that reads it back once it is on disk.</param>
internal sealed record ResidentAnswer(AcknowledgementOption Option, string ReadBack);
