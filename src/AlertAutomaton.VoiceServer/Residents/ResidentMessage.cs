using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.VoiceServer.Residents;

/// <summary>The sound of a message for somebody who phoned.</summary>
/// <param name="Organisation">Who warns; null when it has no sound.</param>
/// <param name="Message">The message.</param>
public sealed record ResidentMessage(PreparedPrompt? Organisation, PreparedPrompt Message);
