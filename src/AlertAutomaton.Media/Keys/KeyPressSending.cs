namespace AlertAutomaton.Media.Keys;

/// <summary>A key press on its way out, frame by frame of 20 ms.</summary>
/// <param name="Code">The event code.</param>
/// <param name="Frames">How many frames it lasts.</param>
public readonly record struct KeyPressSending(byte Code, int Frames);
