using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>Whoever sent a request.</summary>
internal interface IClientTransactionUser
{
    /// <summary>A response arrived: provisional ones, then one final; an INVITE may get several 2xx.</summary>
    void OnResponse(ClientTransaction transaction, SipResponse response);

    /// <summary>No final response came in time (§8.1.3.1 treats it as 408).</summary>
    void OnTimeout(ClientTransaction transaction);

    /// <summary>The request could not be sent (§8.1.3.1 treats it as 503).</summary>
    void OnTransportFailure(ClientTransaction transaction, string reason);
}
