namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>A-law (ITU-T G.711), without the product's own codec.</summary>
internal static class ALaw
{
    private const int Inverted = 0x55;
    private const int Positive = 0x80;

    public static byte Encode(int sample)
    {
        int sign = sample < 0 ? 0 : Positive;
        int magnitude = Math.Min(sample < 0 ? -sample - 1 : sample, short.MaxValue) >> 4;
        int exponent = 0;
        while (magnitude >> exponent > 31)
        {
            exponent++;
        }

        int segment = magnitude < 16 ? 0 : exponent + 1;
        return (byte)((sign | (segment << 4) | ((magnitude >> exponent) & 0x0F)) ^ Inverted);
    }

    public static short Decode(byte octet)
    {
        int value = octet ^ Inverted;
        int segment = (value >> 4) & 7;
        int mantissa = ((value & 0x0F) << 4) + 8;
        int magnitude = segment == 0 ? mantissa : (mantissa + 0x100) << (segment - 1);
        return (short)((value & Positive) != 0 ? magnitude : -magnitude);
    }
}
