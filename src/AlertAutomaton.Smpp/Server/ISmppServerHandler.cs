using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Server;

/// <summary>What a server does with its sessions. Called on a session's reading loop, one PDU after the other; answers may come later.</summary>
public interface ISmppServerHandler
{
    /// <summary>A client wants to bind; gives the status of the response. Only <see cref="CommandStatus.Ok"/> binds.</summary>
    CommandStatus Bind(SmppServerSession session, BindRequest bind);

    /// <summary>
    /// submit_sm or data_sm came from a bound client; gives the response with the request's sequence number, or null to give none (then
    /// <see cref="SmppServerSession.Respond"/> may still do it).
    /// </summary>
    ValueTask<SmppPdu?> HandleAsync(SmppServerSession session, SmppPdu request);

    /// <summary>The session ended.</summary>
    /// <param name="session">Which.</param>
    /// <param name="reason">In words, for a log.</param>
    void Ended(SmppServerSession session, string reason);
}
