using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>A message to a phone (SMPP 3.4 §4.4.1).</summary>
public sealed record SubmitSm : SmppMessage
{
    /// <summary>Makes one.</summary>
    public SubmitSm(SequenceNumber sequence)
        : base(sequence)
    {
    }

    private SubmitSm(PduHeader header, ref PduReader reader)
        : base(header, ref reader)
    {
    }

    /// <inheritdoc/>
    public override CommandId Command => CommandId.SubmitSm;

    /// <summary>Reads the body; false with a fault that drops the PDU.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, [NotNullWhen(true)] out SubmitSm? pdu, out PduFault fault)
    {
        var reader = new PduReader(body);
        var read = new SubmitSm(header, ref reader);
        fault = reader.Fault;
        pdu = fault.Severity == PduFaultSeverity.None ? read : null;
        return pdu is not null;
    }
}
