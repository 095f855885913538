namespace AlertAutomaton.Sip.UserAgents;

/// <summary>Where a call stands, seen from this side.</summary>
public enum SipCallState
{
    /// <summary>Our INVITE is on its way; nothing but 100 came back.</summary>
    Calling,

    /// <summary>The far end rings or plays early media (180-199).</summary>
    Ringing,

    /// <summary>We asked for the end before an answer; the final response is awaited.</summary>
    Cancelling,

    /// <summary>An INVITE of the far end waits for our answer.</summary>
    Incoming,

    /// <summary>Answered with 2xx.</summary>
    Answered,

    /// <summary>Over; <see cref="ISipCallHandler.OnEnded"/> was called or is about to be.</summary>
    Ended,
}
