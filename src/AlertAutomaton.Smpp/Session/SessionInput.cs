using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Session;

/// <summary>What happens to a session.</summary>
internal abstract record SessionInput
{
    private SessionInput()
    {
    }

    /// <summary>The connection stands.</summary>
    public sealed record Connected : SessionInput;

    /// <summary>A PDU came.</summary>
    public sealed record Received(SmppPdu Pdu) : SessionInput;

    /// <summary>Octets came that are no PDU that we take.</summary>
    public sealed record Malformed(PduHeader Header, PduFault Fault) : SessionInput;

    /// <summary>Time passed.</summary>
    public sealed record Due : SessionInput;

    /// <summary>We want to leave.</summary>
    public sealed record Stop : SessionInput;

    /// <summary>The connection ended.</summary>
    public sealed record Lost(string Reason) : SessionInput;
}
