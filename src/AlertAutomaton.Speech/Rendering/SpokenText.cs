namespace AlertAutomaton.Speech.Rendering;

/// <summary>What is to be said: a text, or a recording that is played in its place.</summary>
/// <param name="Text">Text as the operator wrote it; normalisation happens here. May be empty when there is a recording.</param>
/// <param name="Language">Two-letter language of the text, <c>fr</c> or <c>en</c>.</param>
/// <param name="RecordingPath">A WAV file that is preferred to any synthesiser; null for none.</param>
/// <param name="Spacing">The part it plays in the call, which decides the silence around it.</param>
public sealed record SpokenText(
    string Text, string Language, string? RecordingPath = null, SpeechSpacing Spacing = SpeechSpacing.Message);
