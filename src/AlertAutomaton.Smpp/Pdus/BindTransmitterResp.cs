using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Answers bind_transmitter (SMPP 3.4 §4.1.2).</summary>
public sealed record BindTransmitterResp : BindResponse
{
    /// <summary>Makes one.</summary>
    public BindTransmitterResp(CommandStatus status, SequenceNumber sequence)
        : base(status, sequence)
    {
    }

    private BindTransmitterResp(PduHeader header, ref PduReader reader)
        : base(header, ref reader)
    {
    }

    /// <inheritdoc/>
    public override CommandId Command => CommandId.BindTransmitterResp;

    /// <summary>Reads the body; false with a fault that drops the PDU.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, [NotNullWhen(true)] out BindTransmitterResp? pdu, out PduFault fault)
    {
        var reader = new PduReader(body);
        var read = new BindTransmitterResp(header, ref reader);
        fault = reader.Fault;
        pdu = fault.Severity == PduFaultSeverity.None ? read : null;
        return pdu is not null;
    }
}
