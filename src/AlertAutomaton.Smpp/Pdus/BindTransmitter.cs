using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Opens a session that submits (SMPP 3.4 §4.1.1).</summary>
public sealed record BindTransmitter : BindRequest
{
    /// <summary>Makes one.</summary>
    public BindTransmitter(SequenceNumber sequence)
        : base(sequence)
    {
    }

    private BindTransmitter(PduHeader header, ref PduReader reader)
        : base(header, ref reader)
    {
    }

    /// <inheritdoc/>
    public override CommandId Command => CommandId.BindTransmitter;

    /// <summary>Reads the body; false with a fault that drops the PDU.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, [NotNullWhen(true)] out BindTransmitter? pdu, out PduFault fault)
    {
        var reader = new PduReader(body);
        var read = new BindTransmitter(header, ref reader);
        fault = reader.Fault;
        pdu = fault.Severity == PduFaultSeverity.None ? read : null;
        return pdu is not null;
    }
}
