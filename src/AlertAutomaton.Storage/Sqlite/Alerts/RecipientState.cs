using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>The columns of a recipient that decide whether an event may follow.</summary>
internal readonly record struct RecipientState(long Place, RecipientScore Score, bool IsFinal, AcknowledgementOption Acknowledgement, int Attempts, int OpenAttempts);
