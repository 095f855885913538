namespace AlertAutomaton.Sip.Tests.Messages;

/// <summary>Makes mutants of seed messages: the same ones for the same seed.</summary>
internal sealed class MutationSource(ulong seed)
{
    private static readonly byte[] Interesting = "\r\n\t :;,<>\"\\%@?&=[]()/0\0\u007f\u00ff"u8.ToArray();

    private ulong _state = seed;

    public byte[] Mutate(byte[][] seeds)
    {
        var bytes = new List<byte>(seeds[Next(seeds.Length)]);
        for (var changes = 1 + Next(4); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = Next(bytes.Count);
            switch (Next(6))
            {
                case 0:
                    bytes[at] = (byte)Next(256);
                    break;
                case 1:
                    bytes[at] = Interesting[Next(Interesting.Length)];
                    break;
                case 2:
                    bytes.Insert(at, Interesting[Next(Interesting.Length)]);
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(1 + Next(8), bytes.Count - at));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(1 + Next(40), bytes.Count - at)));
                    break;
                default:
                    var other = seeds[Next(seeds.Length)];
                    var from = Next(other.Length);
                    bytes.InsertRange(at, other.AsSpan(from, Math.Min(1 + Next(60), other.Length - from)).ToArray());
                    break;
            }
        }

        return [.. bytes];
    }

    // SplitMix64: enough for mutations, and the same on every machine.
    private int Next(int limit)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
    }
}
