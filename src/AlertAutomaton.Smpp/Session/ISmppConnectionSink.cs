using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Session;

/// <summary>Takes what a connection reads, on its reading loop; never waits.</summary>
internal interface ISmppConnectionSink
{
    void Receive(SmppPdu pdu);

    void ReceiveMalformed(PduHeader header, PduFault fault);

    /// <summary>All PDUs that came together were given; what was appended meanwhile may leave in one piece.</summary>
    void EndOfBatch();
}
