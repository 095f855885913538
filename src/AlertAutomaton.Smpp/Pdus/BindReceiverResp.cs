using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Answers bind_receiver (SMPP 3.4 §4.1.4).</summary>
public sealed record BindReceiverResp : BindResponse
{
    /// <summary>Makes one.</summary>
    public BindReceiverResp(CommandStatus status, SequenceNumber sequence)
        : base(status, sequence)
    {
    }

    private BindReceiverResp(PduHeader header, ref PduReader reader)
        : base(header, ref reader)
    {
    }

    /// <inheritdoc/>
    public override CommandId Command => CommandId.BindReceiverResp;

    /// <summary>Reads the body; false with a fault that drops the PDU.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, [NotNullWhen(true)] out BindReceiverResp? pdu, out PduFault fault)
    {
        var reader = new PduReader(body);
        var read = new BindReceiverResp(header, ref reader);
        fault = reader.Fault;
        pdu = fault.Severity == PduFaultSeverity.None ? read : null;
        return pdu is not null;
    }
}
