namespace AlertAutomaton.Lab.Witness;

/// <summary>A piece of a prompt, in slow samples.</summary>
/// <param name="Start">Where it begins in the prompt.</param>
/// <param name="Sound">Its samples.</param>
/// <param name="Energy">The sum of their squares.</param>
internal sealed record PromptPiece(int Start, float[] Sound, double Energy);
