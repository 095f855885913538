namespace AlertAutomaton.Channels.Email;

/// <summary>What is known of a relay, so that trouble is told once and not per mail. Thread-safe.</summary>
internal sealed class MailRelayHealth
{
    private readonly Lock _gate = new();
    private MailRelayCondition _condition = MailRelayCondition.Unknown;

    public MailRelayCondition Condition
    {
        get
        {
            lock (_gate)
            {
                return _condition;
            }
        }
    }

    /// <summary>Takes note.</summary>
    /// <returns>True when that is news worth a line: it went down, for this reason, or came back.</returns>
    public bool Note(MailRelayCondition seen)
    {
        lock (_gate)
        {
            if (seen == MailRelayCondition.Unknown || seen == _condition)
            {
                return false;
            }

            bool first = _condition == MailRelayCondition.Unknown && seen == MailRelayCondition.Working;
            _condition = seen;
            return !first;
        }
    }
}
