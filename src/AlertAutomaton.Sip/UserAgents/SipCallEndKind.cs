namespace AlertAutomaton.Sip.UserAgents;

/// <summary>How a call ended, in the words of the telephone.</summary>
public enum SipCallEndKind
{
    /// <summary>The far end or the trunk refused it: <see cref="SipCallEnd.FinalResponse"/> is 300-699.</summary>
    Rejected,

    /// <summary>It rang for the ring time without an answer and was cancelled by us.</summary>
    NoAnswer,

    /// <summary>Cancelled before the answer: by us on request, or by the caller of an incoming call.</summary>
    Cancelled,

    /// <summary>The far end hung up after the answer.</summary>
    RemoteHangUp,

    /// <summary>We hung up after the answer.</summary>
    LocalHangUp,

    /// <summary>The request could not be sent, or the network said that nobody listens there.</summary>
    TransportFailure,

    /// <summary>No response at all in 64 times T1, or no final response after CANCEL.</summary>
    Timeout,

    /// <summary>The session timer ran out without a refresh (RFC 4028 §10).</summary>
    SessionExpired,

    /// <summary>The far end answered something that cannot be used, such as a 2xx without Contact or a refused answer to its offer.</summary>
    ProtocolError,
}
