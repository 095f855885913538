namespace AlertAutomaton.Telephony.Calls;

/// <summary>A key pressed on the far phone.</summary>
/// <param name="Key">0-9, *, # or A-D.</param>
/// <param name="After">How long after the answer it was pressed.</param>
public readonly record struct KeyPress(char Key, TimeSpan After);
