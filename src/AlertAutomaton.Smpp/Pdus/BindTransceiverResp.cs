using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Answers bind_transceiver (SMPP 3.4 §4.1.6).</summary>
public sealed record BindTransceiverResp : BindResponse
{
    /// <summary>Makes one.</summary>
    public BindTransceiverResp(CommandStatus status, SequenceNumber sequence)
        : base(status, sequence)
    {
    }

    private BindTransceiverResp(PduHeader header, ref PduReader reader)
        : base(header, ref reader)
    {
    }

    /// <inheritdoc/>
    public override CommandId Command => CommandId.BindTransceiverResp;

    /// <summary>Reads the body; false with a fault that drops the PDU.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, [NotNullWhen(true)] out BindTransceiverResp? pdu, out PduFault fault)
    {
        var reader = new PduReader(body);
        var read = new BindTransceiverResp(header, ref reader);
        fault = reader.Fault;
        pdu = fault.Severity == PduFaultSeverity.None ? read : null;
        return pdu is not null;
    }
}
