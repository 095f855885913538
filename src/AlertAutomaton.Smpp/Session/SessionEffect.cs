using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Session;

/// <summary>What the driver has to do after a step of a session, in order.</summary>
internal abstract record SessionEffect
{
    private SessionEffect()
    {
    }

    /// <summary>Send the bind.</summary>
    public sealed record SendBind : SessionEffect;

    /// <summary>Send enquire_link.</summary>
    public sealed record SendEnquireLink : SessionEffect;

    /// <summary>Send unbind.</summary>
    public sealed record SendUnbind : SessionEffect;

    /// <summary>Send an answer that already has its sequence number.</summary>
    public sealed record Answer(SmppPdu Pdu) : SessionEffect;

    /// <summary>Complete the request with this sequence number, if one waits; a null response could not be read.</summary>
    public sealed record Complete(SequenceNumber Sequence, SmppPdu? Response) : SessionEffect;

    /// <summary>Hand deliver_sm or data_sm to the application, which owes the answer.</summary>
    public sealed record Deliver(SmppPdu Pdu) : SessionEffect;

    /// <summary>The session is bound to a far end of this name.</summary>
    public sealed record Bound(string SystemId) : SessionEffect;

    /// <summary>Close the connection once what was sent has left.</summary>
    public sealed record Close(SessionEnd End) : SessionEffect;
}
