using System.Buffers.Binary;
using System.Globalization;
using AlertAutomaton.Smpp.Framing;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Receipts;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Smpp.Tests.Pdus;

/// <summary>Mutants of recorded PDUs. ALERTAUTOMATON_FUZZ_MUTANTS asks for more than the usual number, ALERTAUTOMATON_FUZZ_SEED for other ones.</summary>
public sealed class PduMutationTests
{
    private const int UsualMutants = 20_000;
    private const int UsualSeed = 34;

    [Fact]
    public void Mutants_of_recorded_pdus_are_read_without_harm()
    {
        var random = new Random(Number("ALERTAUTOMATON_FUZZ_SEED", UsualSeed));
        byte[][] seeds = [.. Corpus.Pdus.Values];
        int read = 0;
        int mutants = Number("ALERTAUTOMATON_FUZZ_MUTANTS", UsualMutants);
        for (int i = 0; i < mutants; i++)
        {
            byte[] mutant = Mutate(seeds[random.Next(seeds.Length)], seeds, random);
            try
            {
                read += Digest(mutant) ? 1 : 0;
            }
            catch (Exception fault)
            {
                Assert.Fail($"Mutant {i} {Convert.ToHexString(mutant)}: {fault}");
            }
        }

        // Both sides of every check must have been reached, or the mutants are too tame or too wild.
        Assert.InRange(read, mutants / 10, mutants * 95 / 100);
    }

    private static bool Digest(byte[] mutant)
    {
        var framer = new SmppFramer();
        framer.Append(mutant);
        for (int frames = 0; framer.Read() is { Kind: SmppFrameKind.Pdu }; frames++)
        {
            Assert.True(frames <= mutant.Length / PduHeader.Length);
        }

        if (mutant.Length >= sizeof(uint))
        {
            BinaryPrimitives.WriteInt32BigEndian(mutant, mutant.Length);
        }

        if (!PduParser.TryParse(mutant, out _, out var pdu, out _))
        {
            return false;
        }

        Assert.True(PduParser.TryParse(PduCorpusTests.Write(pdu), out _, out var again, out var fault), fault.Reason);
        Assert.Equal(pdu, again);
        _ = pdu.ToString();
        if (pdu is DeliverSm deliver)
        {
            _ = SmsDecoder.Decode(deliver);
            _ = DeliveryReceiptParser.TryParse(deliver, SmsDefaultAlphabet.Latin1, out _);
        }
        else if (pdu is DataSm data)
        {
            _ = DeliveryReceiptParser.TryParse(data, SmsDefaultAlphabet.Gsm, out _);
        }
        else if (pdu is SubmitSm submit)
        {
            _ = SmsDecoder.Decode(submit, SmsDefaultAlphabet.Ascii);
        }

        return true;
    }

    private static byte[] Mutate(byte[] seed, byte[][] seeds, Random random)
    {
        var mutant = new List<byte>(seed);
        for (int changes = random.Next(1, 5); changes > 0; changes--)
        {
            int at = random.Next(mutant.Count + 1);
            switch (random.Next(7))
            {
                case 0 when at < mutant.Count:
                    mutant[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when at < mutant.Count:
                    mutant[at] = (byte)random.Next(256);
                    break;
                case 2:
                    mutant.Insert(at, (byte)random.Next(256));
                    break;
                case 3 when at < mutant.Count:
                    mutant.RemoveAt(at);
                    break;
                case 4:
                    mutant.RemoveRange(at, mutant.Count - at);
                    break;
                case 5:
                    byte[] other = seeds[random.Next(seeds.Length)];
                    mutant.AddRange(other[random.Next(other.Length)..]);
                    break;
                case 6 when at < mutant.Count:
                    mutant[at] = random.Next(2) == 0 ? (byte)0 : (byte)0xFF;
                    break;
            }
        }

        return [.. mutant];
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : usual;
}
