using System.Globalization;
using AlertAutomaton.Lab.Phones;

namespace AlertAutomaton.Lab.Town;

/// <summary>Hands out numbers of the French ranges kept for fiction (Arcep), each at most once, ending in the digits of the behaviour wanted.</summary>
internal sealed class FictionNumbers(Random random)
{
    private const string MobilePrefix = "+3363998";
    private const int Blocks = 100;
    private static readonly string[] LandlinePrefixes = ["+3319900", "+3326191", "+3335301", "+3346571", "+3353649"];
    private static readonly Dictionary<PhoneRule, int[]> Suffixes = Enumerable.Range(0, 100)
        .GroupBy(suffix => PhoneRules.Of(Digits(suffix)))
        .ToDictionary(group => group.Key, group => group.ToArray());

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>A mobile number of that behaviour; null when all are taken.</summary>
    public string? Mobile(PhoneRule rule) => Take([MobilePrefix], rule);

    /// <summary>A landline number of that behaviour; null when all are taken.</summary>
    public string? Landline(PhoneRule rule) => Take(LandlinePrefixes, rule);

    private string? Take(string[] prefixes, PhoneRule rule)
    {
        int[] suffixes = Suffixes[rule];
        int size = prefixes.Length * Blocks * suffixes.Length;
        int start = random.Next(size);
        for (int step = 0; step < size; step++)
        {
            int index = (start + step) % size;
            string prefix = prefixes[index % prefixes.Length];
            int suffix = suffixes[index / prefixes.Length % suffixes.Length];
            string number = $"{prefix}{Digits(index / prefixes.Length / suffixes.Length)}{Digits(suffix)}";
            if (_used.Add(number))
            {
                return number;
            }
        }

        return null;
    }

    private static string Digits(int value) => value.ToString("D2", CultureInfo.InvariantCulture);
}
