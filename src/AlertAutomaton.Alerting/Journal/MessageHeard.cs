namespace AlertAutomaton.Alerting.Journal;

/// <summary>The message was played to its end to what seems to be a person.</summary>
public sealed record MessageHeard : AttemptEvent
{

}
