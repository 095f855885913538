using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>The user agent above the transactions.</summary>
internal interface ITransactionCore
{
    /// <summary>A new request arrived; it has to be answered through its transaction.</summary>
    void OnRequest(ServerTransaction transaction, SipRequest request);

    /// <summary>An ACK that belongs to no refusal: that of a 2xx, or a stray one.</summary>
    void OnAck(SipRequest ack);

    /// <summary>A response that belongs to no transaction (§18.1.2), such as a 200 to the INVITE of a process that died.</summary>
    void OnStrayResponse(SipResponse response, SipPath path);
}
