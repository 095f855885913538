using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>The far end asks us to bind (SMPP 3.4 §4.1.7). Read and ignored: we bind by ourselves.</summary>
public sealed record Outbind : SmppPdu
{
    private const int SystemIdOctets = 16;
    private const int PasswordOctets = 64;

    /// <summary>Makes one.</summary>
    public Outbind(SequenceNumber sequence)
        : base(CommandStatus.Ok, sequence)
    {
    }

    private Outbind(PduHeader header, ref PduReader reader)
        : base(header.Status, header.Sequence)
    {
        SystemId = reader.ReadCString(SystemIdOctets, CommandStatus.InvalidSystemId, "system_id");
        Password = reader.ReadCString(PasswordOctets, CommandStatus.InvalidPassword, "password");
    }

    /// <inheritdoc/>
    public override CommandId Command => CommandId.Outbind;

    /// <summary>The far end's name, up to 15 characters.</summary>
    public string SystemId { get; init; } = "";

    /// <summary>Its password, up to 63 characters.</summary>
    public string Password { get; init; } = "";

    /// <summary>Reads the body; false with a fault that drops the PDU.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, PduHeader header, [NotNullWhen(true)] out Outbind? pdu, out PduFault fault)
    {
        var reader = new PduReader(body);
        var read = new Outbind(header, ref reader);
        fault = reader.Fault;
        pdu = fault.Severity == PduFaultSeverity.None ? read : null;
        return pdu is not null;
    }

    /// <inheritdoc/>
    public override void WriteTo(IBufferWriter<byte> output)
    {
        var writer = new PduWriter(output, this, SystemIdOctets + PasswordOctets);
        writer.WriteCString(SystemId, SystemIdOctets);
        writer.WriteCString(Password, PasswordOctets);
        writer.End();
    }

    /// <summary>Names the far end, not the password.</summary>
    public override string ToString() => $"Outbind of {SystemId}";
}
