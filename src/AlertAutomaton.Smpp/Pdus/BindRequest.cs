using System.Buffers;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>The body that the three binds share (SMPP 3.4 §4.1).</summary>
public abstract record BindRequest : SmppPdu
{
    /// <summary>The interface version that we speak.</summary>
    public const byte Version34 = 0x34;

    private const int SystemIdOctets = 16;
    private const int PasswordOctets = 9;
    private const int SystemTypeOctets = 13;
    private const int AddressRangeOctets = 41;
    private const int MostOctets = SystemIdOctets + LongestPasswordOctets + SystemTypeOctets + AddressRangeOctets + 3;

    // Longer passwords than the specification's eight characters are given out by real operators.
    private const int LongestPasswordOctets = 64;

    private protected BindRequest(SequenceNumber sequence)
        : base(CommandStatus.Ok, sequence)
    {
    }

    private protected BindRequest(PduHeader header, ref PduReader reader)
        : base(header.Status, header.Sequence)
    {
        SystemId = reader.ReadCString(SystemIdOctets, CommandStatus.InvalidSystemId, "system_id");
        Password = reader.ReadCString(LongestPasswordOctets, CommandStatus.InvalidPassword, "password");
        SystemType = reader.ReadCString(SystemTypeOctets, CommandStatus.InvalidSystemType, "system_type");
        InterfaceVersion = reader.ReadByte("interface_version");
        AddressRange = reader.ReadAddress(AddressRangeOctets, CommandStatus.BindFailed, "address_range");
    }

    /// <summary>The longest password of the specification, in characters.</summary>
    public static int LongestStandardPassword => PasswordOctets - 1;

    /// <summary>The account, up to 15 characters.</summary>
    public string SystemId { get; init; } = "";

    /// <summary>Its password: 8 characters by the specification, up to 63 are sent and taken.</summary>
    public string Password { get; init; } = "";

    /// <summary>The kind of system, up to 12 characters.</summary>
    public string SystemType { get; init; } = "";

    /// <summary>0x34 for 3.4; kept as it came.</summary>
    public byte InterfaceVersion { get; init; } = Version34;

    /// <summary>Which addresses the session serves: a UNIX regular expression of up to 40 characters.</summary>
    public SmppAddress AddressRange { get; init; } = SmppAddress.None;

    /// <inheritdoc/>
    public override void WriteTo(IBufferWriter<byte> output)
    {
        var writer = new PduWriter(output, this, MostOctets);
        writer.WriteCString(SystemId, SystemIdOctets);
        writer.WriteCString(Password, LongestPasswordOctets);
        writer.WriteCString(SystemType, SystemTypeOctets);
        writer.WriteByte(InterfaceVersion);
        writer.WriteAddress(AddressRange, AddressRangeOctets);
        writer.End();
    }

    /// <summary>Names the account, not the password.</summary>
    public sealed override string ToString() => $"{Command} of {SystemId}";
}
