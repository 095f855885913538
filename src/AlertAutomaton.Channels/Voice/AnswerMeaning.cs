using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Channels.Voice;

/// <summary>What a key means.</summary>
/// <param name="Option">What is recorded.</param>
/// <param name="ReadBack">The name of the prompt that reads it back once it is on disk.</param>
internal sealed record AnswerMeaning(AcknowledgementOption Option, string ReadBack);
