using System.Text;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>
/// Reads the fields of a body in order. The first failure sticks: later reads give empty values, so that parsers stay a straight line that
/// mirrors their writer.
/// </summary>
/// <param name="body">What follows the header.</param>
internal ref struct PduReader(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> _rest = body;

    public PduFault Fault { get; private set; }

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public byte ReadByte(string field)
    {
        if (_rest.IsEmpty)
        {
            Fail(CommandStatus.InvalidCommandLength, field);
            return 0;
        }

        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    /// <summary>A C-octet string (§3.1) of at most so many octets, the NUL among them.</summary>
    public string ReadCString(int maximum, CommandStatus status, string field)
    {
        var within = _rest[..Math.Min(_rest.Length, maximum)];
        var end = within.IndexOf((byte)0);
        if (end < 0)
        {
            Fail(status, field);
            return "";
        }

        var text = end == 0 ? "" : Encoding.Latin1.GetString(within[..end]);
        _rest = _rest[(end + 1)..];
        return text;
    }

    /// <summary>The same at the end of a response, where gateways leave the field or its NUL out.</summary>
    public string ReadLastCString(int maximum, string field)
    {
        if (_rest.IndexOf((byte)0) >= 0 || _rest.Length >= maximum)
        {
            return ReadCString(maximum, CommandStatus.InvalidParameterLength, field);
        }

        var text = Encoding.Latin1.GetString(_rest);
        _rest = default;
        return text;
    }

    public OctetString ReadOctets(int length, string field)
    {
        if (_rest.Length < length)
        {
            Fail(CommandStatus.InvalidMessageLength, field);
            return default;
        }

        var value = OctetString.CopyOf(_rest[..length]);
        _rest = _rest[length..];
        return value;
    }

    public SmppAddress ReadAddress(int maximum, CommandStatus status, string field)
    {
        var ton = (TypeOfNumber)ReadByte(field);
        var npi = (NumberingPlan)ReadByte(field);
        return new SmppAddress(ton, npi, ReadCString(maximum, status, field));
    }

    public TlvList ReadTlvs()
    {
        if (Fault.Severity != PduFaultSeverity.None)
        {
            return TlvList.Empty;
        }

        if (!TlvList.TryParse(_rest, out var list))
        {
            Fail(CommandStatus.InvalidOptionalParameters, "optional parameters");
        }

        _rest = default;
        return list;
    }

    private void Fail(CommandStatus status, string field)
    {
        if (Fault.Severity == PduFaultSeverity.None)
        {
            Fault = PduFault.Pdu(status, field);
        }

        _rest = default;
    }
}
