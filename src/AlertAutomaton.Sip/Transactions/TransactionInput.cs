using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>What may happen to a transaction.</summary>
internal abstract record TransactionInput
{
    private TransactionInput()
    {
    }

    /// <summary>The transaction begins: the request of a client is handed in, or that of a server has arrived.</summary>
    public sealed record Begin : TransactionInput
    {
        public static readonly Begin Instance = new();
    }

    /// <summary>Client: a matching response arrived.</summary>
    public sealed record ResponseArrived(SipResponse Response) : TransactionInput;

    /// <summary>Server: the same request arrived again.</summary>
    public sealed record RequestRepeated : TransactionInput
    {
        public static readonly RequestRepeated Instance = new();
    }

    /// <summary>INVITE server: a matching ACK arrived.</summary>
    public sealed record AckArrived(SipRequest Ack) : TransactionInput;

    /// <summary>Server: the transaction user answers.</summary>
    public sealed record Answer(SipResponse Response) : TransactionInput;

    /// <summary>A timer ran out.</summary>
    public sealed record TimerFired(TransactionTimer Timer) : TransactionInput;

    /// <summary>The transport could not send or lost its connection.</summary>
    public sealed record TransportFailed(string Reason) : TransactionInput;

    /// <summary>The transaction user no longer waits (RFC 3261 §9.1: a cancelled INVITE without any final response).</summary>
    public sealed record Abandoned : TransactionInput
    {
        public static readonly Abandoned Instance = new();
    }
}
