namespace AlertAutomaton.Sip.UserAgents;

/// <summary>The moments that a call may wait for.</summary>
internal enum SipCallDeadline
{
    /// <summary>The ring time of an outgoing call, or the patience with an application that neither answers nor refuses.</summary>
    Ring,

    /// <summary>The first response to an outgoing INVITE.</summary>
    FirstResponse,

    /// <summary>The final response of a cancelled INVITE (§9.1).</summary>
    Cancelled,

    /// <summary>The response to our BYE, after which the application is told anyhow.</summary>
    HungUp,

    /// <summary>The next repetition of our 2xx (§13.3.1.4).</summary>
    RepeatAnswer,

    /// <summary>The ACK of our 2xx does not come any more.</summary>
    AnswerLost,

    /// <summary>The session has to be refreshed.</summary>
    Refresh,

    /// <summary>The session expires.</summary>
    Expiry,

    /// <summary>The next repetition of a reliable provisional response (RFC 3262 §3).</summary>
    RepeatRinging,

    /// <summary>The PRACK does not come any more.</summary>
    RingingLost,

    /// <summary>The application has had its time to keep an answered call before its ACK.</summary>
    AnswerHeld,

    /// <summary>Our re-INVITE is tried again after 491.</summary>
    GlareOver,
}
