using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>A message from a phone, or a delivery receipt (SMPP 3.4 §4.6.1).</summary>
public sealed record DeliverSm : SmppMessage
{
    /// <summary>Makes one.</summary>
    public DeliverSm(SequenceNumber sequence)
        : base(sequence)
    {
    }

    private DeliverSm(PduHeader header, ref PduReader reader)
        : base(header, ref reader)
    {
    }

    /// <inheritdoc/>
    public override CommandId Command => CommandId.DeliverSm;

    /// <summary>Reads the body; false with a fault that drops the PDU.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, [NotNullWhen(true)] out DeliverSm? pdu, out PduFault fault)
    {
        var reader = new PduReader(body);
        var read = new DeliverSm(header, ref reader);
        fault = reader.Fault;
        pdu = fault.Severity == PduFaultSeverity.None ? read : null;
        return pdu is not null;
    }
}
