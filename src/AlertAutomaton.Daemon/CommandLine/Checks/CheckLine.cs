namespace AlertAutomaton.Daemon.CommandLine.Checks;

/// <summary>One line of <c>check</c>.</summary>
/// <param name="Area">What was checked.</param>
/// <param name="Status">Verdict.</param>
/// <param name="Text">What was found.</param>
/// <param name="Mend">What to do; null when all is well.</param>
internal sealed record CheckLine(string Area, CheckStatus Status, string Text, string? Mend = null);
