using System.Buffers.Binary;

namespace AlertAutomaton.Smpp.Text;

/// <summary>The header that may begin a text (3GPP TS 23.040 §9.2.3.24). Unknown elements are skipped.</summary>
/// <param name="Length">Octets with its own length octet.</param>
/// <param name="Part">Which part of a longer text, if it says so.</param>
/// <param name="DestinationPort">An application port, if it says so.</param>
public readonly record struct UserDataHeader(int Length, SmsPart? Part, ushort? DestinationPort)
{
    /// <summary>Element: concatenation with an 8-bit reference.</summary>
    public const byte Concatenation8 = 0x00;

    /// <summary>Element: concatenation with a 16-bit reference.</summary>
    public const byte Concatenation16 = 0x08;

    private const byte Ports16 = 0x05;

    /// <summary>Reads the header; false when its lengths do not add up.</summary>
    public static bool TryParse(ReadOnlySpan<byte> source, out UserDataHeader header)
    {
        header = default;
        if (source.IsEmpty || source[0] > source.Length - 1)
        {
            return false;
        }

        var rest = source.Slice(1, source[0]);
        SmsPart? part = null;
        ushort? port = null;
        while (rest.Length > 0)
        {
            if (rest.Length < 2 || rest.Length - 2 < rest[1])
            {
                return false;
            }

            var data = rest.Slice(2, rest[1]);
            part = (rest[0], data.Length) switch
            {
                (Concatenation8, 3) => new SmsPart(data[0], data[1], data[2]),
                (Concatenation16, 4) => new SmsPart(BinaryPrimitives.ReadUInt16BigEndian(data), data[2], data[3]),
                _ => part,
            };
            port = rest[0] == Ports16 && data.Length == 4 ? BinaryPrimitives.ReadUInt16BigEndian(data) : port;
            rest = rest[(2 + data.Length)..];
        }

        header = new UserDataHeader(1 + source[0], part is { IsValid: true } ? part : null, port);
        return true;
    }
}
