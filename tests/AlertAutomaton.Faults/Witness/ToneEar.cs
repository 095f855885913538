namespace AlertAutomaton.Faults.Witness;

/// <summary>Hears one tone in A-law payloads (Goertzel): the recording that stands for "noted" in the rig is that tone.</summary>
internal sealed class ToneEar
{
    private const int SampleRate = 8000;
    private const double ShareOfEnergy = 0.7;
    private const double QuietestMeanSquare = 2500;
    private const int PacketsToBelieve = 10;
    private static readonly short[] Linear = Enumerable.Range(0, 256).Select(code => Decode((byte)code)).ToArray();

    private readonly double _coefficient;
    private int _run;

    public ToneEar(double hertz)
    {
        _coefficient = 2 * Math.Cos(2 * Math.PI * hertz / SampleRate);
    }

    /// <summary>True from the packet on at which the tone has stood for ten packets.</summary>
    public bool Heard { get; private set; }

    public void Listen(ReadOnlySpan<byte> alaw)
    {
        double before = 0, beforeThat = 0, energy = 0;
        foreach (byte code in alaw)
        {
            double sample = Linear[code];
            energy += sample * sample;
            double now = sample + (_coefficient * before) - beforeThat;
            beforeThat = before;
            before = now;
        }

        double tone = ((before * before) + (beforeThat * beforeThat) - (_coefficient * before * beforeThat)) * 2 / alaw.Length;
        _run = energy / alaw.Length > QuietestMeanSquare && tone > ShareOfEnergy * energy ? _run + 1 : 0;
        Heard |= _run >= PacketsToBelieve;
    }

    private static short Decode(byte code)
    {
        int value = code ^ 0x55;
        int exponent = (value >> 4) & 7;
        int mantissa = ((value & 0x0F) << 4) + 8;
        int magnitude = exponent == 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
        return (short)((value & 0x80) != 0 ? magnitude : -magnitude);
    }
}
