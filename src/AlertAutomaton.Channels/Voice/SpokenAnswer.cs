using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.Channels.Voice;

/// <summary>A key of a call with its meaning and the sound that reads it back.</summary>
/// <param name="Key"><c>1</c> or <c>2</c>.</param>
/// <param name="Option">What is recorded.</param>
/// <param name="ReadBack">What is said once it is on disk.</param>
internal sealed record SpokenAnswer(char Key, AcknowledgementOption Option, IReadOnlyList<PreparedPrompt> ReadBack);
