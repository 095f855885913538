using System.Buffers;
using System.Buffers.Binary;

namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>
/// A DNS message (RFC 1035 §4). Reading bounds everything and never throws; records of other types and classes are skipped.
/// </summary>
internal sealed record DnsMessage
{
    private const int HeaderBytes = 12;
    private const int MostRecords = 256;

    public ushort Id { get; init; }

    public bool IsResponse { get; init; }

    public bool IsTruncated { get; init; }

    public DnsResponseCode ResponseCode { get; init; }

    /// <summary>The question; messages with several are refused, for nobody sends them.</summary>
    public required DnsQuestion Question { get; init; }

    public IReadOnlyList<DnsRecord> Answers { get; init; } = [];

    public IReadOnlyList<DnsRecord> Authorities { get; init; } = [];

    public IReadOnlyList<DnsRecord> Additional { get; init; } = [];

    public static bool TryParse(ReadOnlySpan<byte> bytes, out DnsMessage? message)
    {
        message = null;
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]) != 1)
        {
            return false;
        }

        var flags = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        var answers = BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]);
        var authorities = BinaryPrimitives.ReadUInt16BigEndian(bytes[8..]);
        var additional = BinaryPrimitives.ReadUInt16BigEndian(bytes[10..]);
        var position = HeaderBytes;
        if (answers + authorities + additional > MostRecords || !TryReadQuestion(bytes, ref position, out var question))
        {
            return false;
        }

        var isTruncated = (flags & 0x0200) != 0;
        var read = new List<DnsRecord>[3];
        ReadOnlySpan<int> counts = [answers, authorities, additional];
        for (var section = 0; section < 3; section++)
        {
            read[section] = [];
            for (var i = 0; i < counts[section]; i++)
            {
                // A truncated message may end in the middle of a record: what is whole counts, and TCP brings the rest.
                if (!DnsRecordFormat.TryRead(bytes, ref position, out var record))
                {
                    if (!isTruncated)
                    {
                        return false;
                    }

                    section = 3;
                    break;
                }

                if (record is not null)
                {
                    read[section].Add(record);
                }
            }
        }

        message = new DnsMessage
        {
            Id = BinaryPrimitives.ReadUInt16BigEndian(bytes),
            IsResponse = (flags & 0x8000) != 0,
            IsTruncated = isTruncated,
            ResponseCode = (DnsResponseCode)(flags & 0x0F),
            Question = question,
            Answers = read[0] ?? [],
            Authorities = read[1] ?? [],
            Additional = read[2] ?? [],
        };
        return true;
    }

    /// <summary>Writes the message without compression; recursion is asked for.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        var header = output.GetSpan(HeaderBytes);
        BinaryPrimitives.WriteUInt16BigEndian(header, Id);
        BinaryPrimitives.WriteUInt16BigEndian(
            header[2..], (ushort)(0x0100 | (IsResponse ? 0x8080 : 0) | (IsTruncated ? 0x0200 : 0) | (byte)ResponseCode));
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], 1);
        BinaryPrimitives.WriteUInt16BigEndian(header[6..], (ushort)Answers.Count);
        BinaryPrimitives.WriteUInt16BigEndian(header[8..], (ushort)Authorities.Count);
        BinaryPrimitives.WriteUInt16BigEndian(header[10..], (ushort)Additional.Count);
        output.Advance(HeaderBytes);
        if (!DnsName.TryWrite(Question.Name, output))
        {
            throw new InvalidOperationException($"'{Question.Name}' is not a domain name.");
        }

        DnsRecordFormat.WriteNumber(output, (ushort)Question.Type);
        DnsRecordFormat.WriteNumber(output, DnsRecordFormat.ClassInternet);
        foreach (var record in Answers.Concat(Authorities).Concat(Additional))
        {
            DnsRecordFormat.Write(record, output);
        }
    }

    private static bool TryReadQuestion(ReadOnlySpan<byte> bytes, ref int position, out DnsQuestion question)
    {
        question = default;
        if (!DnsName.TryRead(bytes, ref position, out var name) || position + 4 > bytes.Length)
        {
            return false;
        }

        question = new DnsQuestion(name, (DnsRecordType)BinaryPrimitives.ReadUInt16BigEndian(bytes[position..]));
        var isInternet = BinaryPrimitives.ReadUInt16BigEndian(bytes[(position + 2)..]) == DnsRecordFormat.ClassInternet;
        position += 4;
        return isInternet;
    }
}
