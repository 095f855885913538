using System.Globalization;

namespace AlertAutomaton.Faults.Rig;

/// <summary>The households of a run: one or two numbers each, behaving by their last digit (see the witness's rules).</summary>
internal sealed class RigTown
{
    /// <summary>Most phones answer and press a key, so that the dangerous moment, between key and confirmation, is hit often.</summary>
    private const string Behaviours = "2222423298752210324";

    private RigTown(IReadOnlyList<string[]> households)
    {
        Households = households;
    }

    /// <summary>The numbers of each household, in E.164, in the order of the contacts file.</summary>
    public IReadOnlyList<string[]> Households { get; }

    public static RigTown Build(int households, Random random)
    {
        var town = new List<string[]>(households);
        for (int index = 0; index < households; index++)
        {
            // 06 39 98 and 01 99 00 are numbers for fiction (Arcep): nobody has them.
            string mobile = Number("+3363998", index, random);
            string[] numbers = index % 3 == 0 ? [mobile, Number("+3319900", index, random)] : [mobile];
            town.Add(numbers);
        }

        return new RigTown(town);
    }

    public void WriteContacts(string file)
    {
        IEnumerable<string> rows = Households.Select((numbers, row) => string.Create(
            CultureInfo.InvariantCulture, $"Foyer {row + 1},{numbers[0]},{(numbers.Length > 1 ? numbers[1] : "")},fr"));
        File.WriteAllLines(file, ["name,mobile,landline,language", .. rows]);
    }

    private static string Number(string prefix, int index, Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{index:000}{Behaviours[random.Next(Behaviours.Length)]}");
}
