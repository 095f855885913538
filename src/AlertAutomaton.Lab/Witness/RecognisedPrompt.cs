namespace AlertAutomaton.Lab.Witness;

/// <summary>A prompt as the witness looks for it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mark">Its loudest piece, by which it is found.</param>
/// <param name="Pieces">All its pieces with speech in them, by which it is told from prompts that share words.</param>
internal sealed record RecognisedPrompt(string Name, PromptPiece Mark, IReadOnlyList<PromptPiece> Pieces);
