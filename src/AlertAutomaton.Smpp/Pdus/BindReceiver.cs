using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Opens a session that receives (SMPP 3.4 §4.1.3).</summary>
public sealed record BindReceiver : BindRequest
{
    /// <summary>Makes one.</summary>
    public BindReceiver(SequenceNumber sequence)
        : base(sequence)
    {
    }

    private BindReceiver(PduHeader header, ref PduReader reader)
        : base(header, ref reader)
    {
    }

    /// <inheritdoc/>
    public override CommandId Command => CommandId.BindReceiver;

    /// <summary>Reads the body; false with a fault that drops the PDU.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, [NotNullWhen(true)] out BindReceiver? pdu, out PduFault fault)
    {
        var reader = new PduReader(body);
        var read = new BindReceiver(header, ref reader);
        fault = reader.Fault;
        pdu = fault.Severity == PduFaultSeverity.None ? read : null;
        return pdu is not null;
    }
}
