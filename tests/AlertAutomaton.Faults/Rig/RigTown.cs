using System.Globalization;

namespace AlertAutomaton.Faults.Rig;

/// <summary>The households of a run: one or two numbers each, behaving by their last digit (see the witness's rules).</summary>
internal sealed class RigTown
{
    /// <summary>Most phones answer and press a key, so that the dangerous moment, between key and confirmation, is hit often.</summary>
    private const string Behaviours = "2222423298752210324";

    /// <summary>Numbers kept free for fiction (Arcep): nobody has them.</summary>
    private static readonly (string First, string Second)[] Fiction = [("+3363998", "+3319900"), ("+3326191", "+3335301")];

    private RigTown(IReadOnlyList<string[]> households)
    {
        Households = households;
    }

    /// <summary>The numbers of each household, in E.164, in the order of the contacts file.</summary>
    public IReadOnlyList<string[]> Households { get; }

    /// <summary>Builds a town.</summary>
    /// <param name="households">How many.</param>
    /// <param name="series">0 or 1: keeps the numbers of the two towns of a run apart.</param>
    /// <param name="random">Who behaves how.</param>
    public static RigTown Build(int households, int series, Random random)
    {
        var town = new List<string[]>(households);
        for (int index = 0; index < households; index++)
        {
            string first = Number(Fiction[series].First, index, random);
            string[] numbers = index % 3 == 0 && series == 0 ? [first, Number(Fiction[series].Second, index, random)] : [first];
            town.Add(numbers);
        }

        return new RigTown(town);
    }

    public bool Has(string number) => Households.Any(numbers => numbers.Contains(number, StringComparer.Ordinal));

    public void WriteContacts(string file)
    {
        IEnumerable<string> rows = Households.Select((numbers, row) => string.Create(
            CultureInfo.InvariantCulture, $"Foyer {row + 1},{numbers[0]},{(numbers.Length > 1 ? numbers[1] : "")},fr"));
        File.WriteAllLines(file, [Households[0][0].StartsWith("+336", StringComparison.Ordinal) ? "name,mobile,landline,language" : "name,landline,mobile,language", .. rows]);
    }

    private static string Number(string prefix, int index, Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{index:000}{Behaviours[random.Next(Behaviours.Length)]}");
}
