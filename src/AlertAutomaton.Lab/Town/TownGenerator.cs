using System.Globalization;
using AlertAutomaton.Lab.Phones;

namespace AlertAutomaton.Lab.Town;

/// <summary>Invents a town: households with phones that behave at realistic rates. The same seed gives the same town.</summary>
public static class TownGenerator
{
    /// <summary>The largest town that the numbers kept for fiction can hold.</summary>
    public const int MostHouseholds = 5000;

    /// <summary>The domain of its mailboxes, one of those that never exist (RFC 2606 §2).</summary>
    private const string MailDomain = "valbourg.example";
    private const double Latitude = 46.2;
    private const double Longitude = 3.1;

    /// <summary>Invents households.</summary>
    /// <param name="households">How many, 1 up to <see cref="MostHouseholds"/>.</param>
    /// <param name="random">A seeded source.</param>
    /// <param name="rates">How phones behave; null for <see cref="TownRates.Realistic"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many or too few.</exception>
    public static IReadOnlyList<TownHousehold> Generate(int households, Random random, TownRates? rates = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(households, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(households, MostHouseholds);
        rates ??= TownRates.Realistic;
        var numbers = new FictionNumbers(random);
        var town = new List<TownHousehold>(households);
        for (int index = 0; index < households; index++)
        {
            town.Add(Household(index, random, rates, numbers));
        }

        return town;
    }

    /// <summary>Writes a town as the contacts file that the import reads (UTF-8, header, commas).</summary>
    public static void WriteCsv(IEnumerable<TownHousehold> town, TextWriter output)
    {
        output.WriteLine("name,mobile,landline,email,language,groups,address,latitude,longitude,vulnerable,trusted_name,trusted_phone");
        foreach (TownHousehold household in town)
        {
            output.WriteLine(string.Join(
                ',', Quoted(household.Name), household.Mobile, household.Landline, household.Email, household.Language, Quoted(household.Group), Quoted(household.Address),
                household.Latitude.ToString("F5", CultureInfo.InvariantCulture), household.Longitude.ToString("F5", CultureInfo.InvariantCulture),
                household.Vulnerable ? "yes" : "no", Quoted(household.TrustedName ?? string.Empty), household.TrustedPhone));
        }
    }

    private static TownHousehold Household(int index, Random random, TownRates rates, FictionNumbers numbers)
    {
        TownWords words = TownWords.Shipped;
        PhoneRule first = rates.Pick(random);
        int kind = random.Next(100);
        string? mobile = kind < 85 ? numbers.Mobile(first) : null;
        string? landline = mobile is null ? numbers.Landline(first) : kind < 40 ? numbers.Landline(rates.Pick(random)) : null;
        if (mobile is null && landline is null)
        {
            landline = numbers.Landline(PhoneRule.Presses1) ?? throw new ArgumentOutOfRangeException(nameof(rates), "These rates ask for more numbers of one kind than there are.");
        }

        bool vulnerable = random.Next(100) < 6;
        string family = Pick(words.FamilyNames, random);
        return new TownHousehold
        {
            Name = $"{Pick(words.GivenNames, random)} {family}",
            Mobile = mobile,
            Landline = landline,
            Email = MailboxOf(index),
            Language = random.Next(100) < 92 ? "fr" : "en",
            Group = Pick(words.Groups, random),
            Address = string.Create(CultureInfo.InvariantCulture, $"{1 + (index % 97)} {Pick(words.Streets, random)}"),
            Latitude = Latitude + (random.NextDouble() * 0.02),
            Longitude = Longitude + (random.NextDouble() * 0.03),
            Vulnerable = vulnerable,
            TrustedName = vulnerable ? $"{Pick(words.GivenNames, random)} {family}" : null,
            TrustedPhone = vulnerable ? numbers.Landline(PhoneRule.Presses1) : null,
        };
    }

    // Two households in five have an address; of these one in seven follows the link, and one in fourteen mailboxes is no more. From the place
    // in the list, so that phones do not depend on mailboxes.
    private static string? MailboxOf(int index) => (((index * 8) + 20) % 35) switch
    {
        < 2 => Mailbox(index, "clicks"),
        < 3 => Mailbox(index, "bounces"),
        < 14 => Mailbox(index, "silent"),
        _ => null,
    };

    private static string Mailbox(int index, string rule) => string.Create(CultureInfo.InvariantCulture, $"household-{index + 1}-{rule}@{MailDomain}");

    private static string Pick(IReadOnlyList<string> words, Random random) => words[random.Next(words.Count)];

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
