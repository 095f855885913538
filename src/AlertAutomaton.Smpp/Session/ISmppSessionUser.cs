using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Session;

/// <summary>Who has a session opened. Called on the session's loops; never waits.</summary>
internal interface ISmppSessionUser
{
    /// <summary>The session is bound.</summary>
    void SessionBound(SmppSession session, string systemId);

    /// <summary>deliver_sm or data_sm came; the answer is owed to <see cref="SmppSession.Answer"/>.</summary>
    void Deliver(SmppSession session, SmppPdu pdu);

    /// <summary>The gateway throttles.</summary>
    void Throttled(CommandStatus status, double rate);
}
