namespace AlertAutomaton.Alerting.Dispatch;

/// <summary>A recipient in a queue; stale when its ticket is not the recipient's any more.</summary>
internal readonly record struct QueueEntry(RecipientState Recipient, int Ticket)
{
    public bool IsStale => Recipient.Ticket != Ticket;
}
