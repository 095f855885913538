namespace AlertAutomaton.Sip.UserAgents;

/// <summary>What a user agent holds at one moment; all zero when it is idle and 32 s have passed.</summary>
/// <param name="Calls">Calls, from the INVITE to the response of the BYE.</param>
/// <param name="ClientTransactions">Requests sent, until no stray response is awaited any more.</param>
/// <param name="ServerTransactions">Requests taken, until no repetition is awaited any more.</param>
/// <param name="Deadlines">Armed timers.</param>
/// <param name="DroppedMessages">Messages dropped because the backlog was full, since the start.</param>
public sealed record SipUserAgentSnapshot(int Calls, int ClientTransactions, int ServerTransactions, int Deadlines, long DroppedMessages);
