namespace AlertAutomaton.Smpp.Client;

/// <summary>How a submission ended.</summary>
public enum SubmitResultKind
{
    /// <summary>The gateway took all segments.</summary>
    Accepted,

    /// <summary>Refused for good: the number is the reason.</summary>
    RejectedDestination,

    /// <summary>Refused for good: the message or our account is the reason.</summary>
    RejectedMessage,

    /// <summary>Refused for now.</summary>
    Temporary,

    /// <summary>Too fast for the gateway or for our own queue; nothing was sent. Costs the recipient nothing.</summary>
    Throttled,

    /// <summary>It may have been taken: the response did not come, or came for a part only. Sending it again may double it.</summary>
    Unknown,

    /// <summary>Nothing of it left: it may go by another gateway at once.</summary>
    NotSent,
}
