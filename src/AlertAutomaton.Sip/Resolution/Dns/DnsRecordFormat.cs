using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>Resource records on the wire (RFC 1035 §4.1.3); reading and writing are mirror images.</summary>
internal static class DnsRecordFormat
{
    public const ushort ClassInternet = 1;

    // RFC 2181 §8: the top bit is not a number; a week is as long as anything is worth keeping.
    private const uint LongestTimeToLive = 7 * 24 * 3600;

    /// <summary>Reads a record and moves past it; the record is null for a type or class that does not concern us.</summary>
    public static bool TryRead(ReadOnlySpan<byte> message, ref int position, out DnsRecord? record)
    {
        record = null;
        if (!DnsName.TryRead(message, ref position, out var name) || position + 10 > message.Length)
        {
            return false;
        }

        var head = message[position..];
        var type = (DnsRecordType)BinaryPrimitives.ReadUInt16BigEndian(head);
        var isInternet = BinaryPrimitives.ReadUInt16BigEndian(head[2..]) == ClassInternet;
        var timeToLive = Seconds(BinaryPrimitives.ReadUInt32BigEndian(head[4..]));
        var length = BinaryPrimitives.ReadUInt16BigEndian(head[8..]);
        var start = position + 10;
        if (start + length > message.Length)
        {
            return false;
        }

        position = start + length;
        return !isInternet || TryReadData(message[..position], start, type, name, timeToLive, out record);
    }

    public static void Write(DnsRecord record, IBufferWriter<byte> output)
    {
        var data = new ArrayBufferWriter<byte>();
        var type = WriteData(record, data);
        DnsName.TryWrite(record.Name, output);
        WriteNumber(output, (ushort)type);
        WriteNumber(output, ClassInternet);
        WriteLong(output, (uint)record.TimeToLive.TotalSeconds);
        WriteNumber(output, (ushort)data.WrittenCount);
        output.Write(data.WrittenSpan);
    }

    public static void WriteNumber(IBufferWriter<byte> output, ushort number)
    {
        BinaryPrimitives.WriteUInt16BigEndian(output.GetSpan(2), number);
        output.Advance(2);
    }

    // The message is cut at the end of the record, so that no read inside it can leave the record.
    private static bool TryReadData(
        ReadOnlySpan<byte> message, int start, DnsRecordType type, string name, TimeSpan timeToLive, out DnsRecord? record)
    {
        var data = message[start..];
        record = type switch
        {
            DnsRecordType.Address4 when data.Length == 4 => new DnsRecord.Address(name, timeToLive, new IPAddress(data)),
            DnsRecordType.Address6 when data.Length == 16 => new DnsRecord.Address(name, timeToLive, new IPAddress(data)),
            DnsRecordType.Alias when DnsName.TryRead(message, ref start, out var target) => new DnsRecord.Alias(name, timeToLive, target),
            DnsRecordType.Service => ReadService(message, start, name, timeToLive),
            DnsRecordType.NamingAuthorityPointer => ReadPointer(message, start, name, timeToLive),
            DnsRecordType.StartOfAuthority => ReadAuthority(message, start, name, timeToLive),
            _ => null,
        };
        return record is not null || !Enum.IsDefined(type);
    }

    private static DnsRecord.Service? ReadService(ReadOnlySpan<byte> message, int start, string name, TimeSpan timeToLive)
    {
        var data = message[start..];
        var target = start + 6;
        return data.Length >= 7 && DnsName.TryRead(message, ref target, out var host)
            ? new DnsRecord.Service(
                name,
                timeToLive,
                BinaryPrimitives.ReadUInt16BigEndian(data),
                BinaryPrimitives.ReadUInt16BigEndian(data[2..]),
                BinaryPrimitives.ReadUInt16BigEndian(data[4..]),
                host)
            : null;
    }

    private static DnsRecord.Pointer? ReadPointer(ReadOnlySpan<byte> message, int start, string name, TimeSpan timeToLive)
    {
        if (message.Length - start < 8)
        {
            return null;
        }

        var order = BinaryPrimitives.ReadUInt16BigEndian(message[start..]);
        var preference = BinaryPrimitives.ReadUInt16BigEndian(message[(start + 2)..]);
        start += 4;
        return TryReadText(message, ref start, out var flags)
            && TryReadText(message, ref start, out var services)
            && TryReadText(message, ref start, out var pattern)
            && DnsName.TryRead(message, ref start, out var replacement)
            ? new DnsRecord.Pointer(name, timeToLive, order, preference, flags, services, pattern, replacement)
            : null;
    }

    private static DnsRecord.Authority? ReadAuthority(ReadOnlySpan<byte> message, int start, string name, TimeSpan timeToLive) =>
        DnsName.TryRead(message, ref start, out _) && DnsName.TryRead(message, ref start, out _) && message.Length - start >= 20
            ? new DnsRecord.Authority(name, timeToLive, Seconds(BinaryPrimitives.ReadUInt32BigEndian(message[(start + 16)..])))
            : null;

    private static bool TryReadText(ReadOnlySpan<byte> message, ref int position, out string text)
    {
        text = string.Empty;
        if (position >= message.Length || position + 1 + message[position] > message.Length)
        {
            return false;
        }

        text = Encoding.Latin1.GetString(message.Slice(position + 1, message[position]));
        position += 1 + message[position];
        return true;
    }

    private static DnsRecordType WriteData(DnsRecord record, ArrayBufferWriter<byte> data)
    {
        switch (record)
        {
            case DnsRecord.Address address:
                data.Write(address.Value.GetAddressBytes());
                return address.Value.AddressFamily == AddressFamily.InterNetwork ? DnsRecordType.Address4 : DnsRecordType.Address6;
            case DnsRecord.Alias alias:
                DnsName.TryWrite(alias.Target, data);
                return DnsRecordType.Alias;
            case DnsRecord.Service service:
                WriteNumber(data, service.Priority);
                WriteNumber(data, service.Weight);
                WriteNumber(data, service.Port);
                DnsName.TryWrite(service.Target, data);
                return DnsRecordType.Service;
            case DnsRecord.Pointer pointer:
                WriteNumber(data, pointer.Order);
                WriteNumber(data, pointer.Preference);
                WriteText(data, pointer.Flags);
                WriteText(data, pointer.Services);
                WriteText(data, pointer.Pattern);
                DnsName.TryWrite(pointer.Replacement, data);
                return DnsRecordType.NamingAuthorityPointer;
            case DnsRecord.Authority authority:
                DnsName.TryWrite(authority.Name, data);
                DnsName.TryWrite(string.Empty, data);
                data.Write(new byte[16]);
                WriteLong(data, (uint)authority.Minimum.TotalSeconds);
                return DnsRecordType.StartOfAuthority;
            default:
                throw new ArgumentException("A record of no known kind.", nameof(record));
        }
    }

    private static void WriteText(IBufferWriter<byte> output, string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        output.Write([(byte)bytes.Length]);
        output.Write(bytes);
    }

    private static void WriteLong(IBufferWriter<byte> output, uint number)
    {
        BinaryPrimitives.WriteUInt32BigEndian(output.GetSpan(4), number);
        output.Advance(4);
    }

    private static TimeSpan Seconds(uint seconds) =>
        TimeSpan.FromSeconds((seconds & 0x80000000) != 0 ? 0 : Math.Min(seconds, LongestTimeToLive));
}
