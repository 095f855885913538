using System.Globalization;

namespace AlertAutomaton.VoiceServer.Speaking;

/// <summary>The four digits by which people on the phone speak of an alert or a request. Pure; two may share them, so that they choose, never identify.</summary>
public static class SpokenReference
{
    private const uint References = 9000;
    private const uint First = 1000;

    /// <summary>The digits.</summary>
    /// <param name="id">The identifier of the alert or the draft (UUID version 7; its last 32 bits are random).</param>
    /// <returns>1000 to 9999.</returns>
    public static string Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        uint tail = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        return ((tail % References) + First).ToString(CultureInfo.InvariantCulture);
    }
}
