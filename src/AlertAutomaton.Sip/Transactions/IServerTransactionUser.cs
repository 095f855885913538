using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>Whoever answers a request.</summary>
internal interface IServerTransactionUser
{
    /// <summary>The INVITE of this transaction is cancelled; the CANCEL was answered with 200 already (§9.2).</summary>
    void OnCancel(ServerTransaction transaction, SipRequest cancel);

    /// <summary>The answer did not arrive: no ACK to a refusal in 64 times T1, or the transport failed.</summary>
    void OnUnreachable(ServerTransaction transaction, string reason);
}
