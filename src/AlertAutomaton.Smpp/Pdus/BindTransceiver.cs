using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Opens a session that does both (SMPP 3.4 §4.1.5).</summary>
public sealed record BindTransceiver : BindRequest
{
    /// <summary>Makes one.</summary>
    public BindTransceiver(SequenceNumber sequence)
        : base(sequence)
    {
    }

    private BindTransceiver(PduHeader header, ref PduReader reader)
        : base(header, ref reader)
    {
    }

    /// <inheritdoc/>
    public override CommandId Command => CommandId.BindTransceiver;

    /// <summary>Reads the body; false with a fault that drops the PDU.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, [NotNullWhen(true)] out BindTransceiver? pdu, out PduFault fault)
    {
        var reader = new PduReader(body);
        var read = new BindTransceiver(header, ref reader);
        fault = reader.Fault;
        pdu = fault.Severity == PduFaultSeverity.None ? read : null;
        return pdu is not null;
    }
}
