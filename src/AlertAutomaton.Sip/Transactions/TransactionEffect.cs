using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>What the driver has to do after a step of a transaction, in order.</summary>
internal abstract record TransactionEffect
{
    private TransactionEffect()
    {
    }

    /// <summary>Client: send the transaction's request, or send it again.</summary>
    public sealed record SendRequest : TransactionEffect
    {
        public static readonly SendRequest Instance = new();
    }

    /// <summary>INVITE client: acknowledge a final response other than 2xx (§17.1.1.3).</summary>
    public sealed record SendAck(SipResponse Response) : TransactionEffect;

    /// <summary>Server: send this response and keep it for repetitions.</summary>
    public sealed record SendResponse(SipResponse Response) : TransactionEffect;

    /// <summary>Server: send the last response again.</summary>
    public sealed record RepeatResponse : TransactionEffect
    {
        public static readonly RepeatResponse Instance = new();
    }

    /// <summary>INVITE server: send a 100 made from the request.</summary>
    public sealed record SendTrying : TransactionEffect
    {
        public static readonly SendTrying Instance = new();
    }

    /// <summary>Client: hand the response to the transaction user.</summary>
    public sealed record Deliver(SipResponse Response) : TransactionEffect;

    /// <summary>INVITE server: hand the ACK of a 2xx to the transaction user (RFC 6026 §7.1).</summary>
    public sealed record DeliverAck(SipRequest Ack) : TransactionEffect;

    /// <summary>Start a timer in place of the one that holds its slot.</summary>
    public sealed record StartTimer(TransactionTimer Timer, TimeSpan After) : TransactionEffect;

    /// <summary>Stop every timer of the transaction.</summary>
    public sealed record StopTimers : TransactionEffect
    {
        public static readonly StopTimers Instance = new();
    }

    /// <summary>Tell the transaction user that time ran out (timers B, F and H).</summary>
    public sealed record ReportTimeout : TransactionEffect
    {
        public static readonly ReportTimeout Instance = new();
    }

    /// <summary>Tell the transaction user that the transport failed.</summary>
    public sealed record ReportTransportFailure(string Reason) : TransactionEffect;

    /// <summary>Forget the transaction.</summary>
    public sealed record Terminate : TransactionEffect
    {
        public static readonly Terminate Instance = new();
    }
}
