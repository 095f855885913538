namespace AlertAutomaton.Smpp.Session;

/// <summary>The state of a session; times are monotonic.</summary>
/// <param name="Phase">Where it stands.</param>
/// <param name="Deadline">When the bind or unbind must have been answered.</param>
/// <param name="Link">Signs of life.</param>
/// <param name="Malformed">PDUs in a row that could not be read.</param>
internal readonly record struct SessionState(SessionPhase Phase, TimeSpan Deadline, EnquireLinkState Link, int Malformed);
