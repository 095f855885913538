using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Lab.Town;

namespace AlertAutomaton.Lab.Tests.Town;

public sealed class TownGeneratorTests
{
    [Fact]
    public void The_same_seed_gives_the_same_town()
    {
        Assert.Equal(TownGenerator.Generate(300, new Random(7)), TownGenerator.Generate(300, new Random(7)));
        Assert.NotEqual(TownGenerator.Generate(300, new Random(7)), TownGenerator.Generate(300, new Random(8)));
    }

    [Fact]
    public void Every_number_is_of_a_range_kept_for_fiction_and_belongs_to_one_household()
    {
        string[] prefixes = ["+3319900", "+3326191", "+3335301", "+3346571", "+3353649", "+3363998"];
        var numbers = TownGenerator.Generate(TownGenerator.MostHouseholds, new Random(1))
            .SelectMany(household => new[] { household.Mobile, household.Landline, household.TrustedPhone })
            .OfType<string>().ToList();
        Assert.All(numbers, number => Assert.True(number.Length == 12 && Array.Exists(prefixes, prefix => number.StartsWith(prefix, StringComparison.Ordinal)), number));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public void Everybody_can_be_called_and_some_have_two_numbers()
    {
        var town = TownGenerator.Generate(1000, new Random(3));
        Assert.All(town, household => Assert.True(household.Mobile is not null || household.Landline is not null));
        Assert.InRange(town.Count(household => household.Mobile is not null && household.Landline is not null), 250, 550);
        Assert.InRange(town.Count(household => household.Vulnerable), 30, 100);
        Assert.All(town.Where(household => household.Vulnerable), household => Assert.NotNull(household.TrustedPhone));
        Assert.InRange(town.Count(household => household.Language == "en"), 40, 130);
    }

    [Fact]
    public void About_two_thirds_answer_the_first_pass()
    {
        PhoneRule[] silent =
        [
            PhoneRule.Busy, PhoneRule.NeverAnswers, PhoneRule.Voicemail, PhoneRule.VoicemailWithoutBeep, PhoneRule.NotFound, PhoneRule.BusyOnce,
            PhoneRule.AnswersSecondCall, PhoneRule.SwitchedOff, PhoneRule.Declines, PhoneRule.FaxTone, PhoneRule.Unavailable503Once,
        ];
        var town = TownGenerator.Generate(2000, new Random(5));
        double answered = town.Count(household => !silent.Contains(PhoneRules.Of(household.Mobile ?? household.Landline!))) / (double)town.Count;
        Assert.InRange(answered, 0.60, 0.72);
    }

    [Fact]
    public void A_town_larger_than_the_fictional_numbers_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TownGenerator.Generate(TownGenerator.MostHouseholds + 1, new Random(1)));

    [Fact]
    public void The_contacts_file_has_a_header_and_a_line_for_each_household()
    {
        using var text = new StringWriter();
        TownGenerator.WriteCsv(TownGenerator.Generate(20, new Random(2)), text);
        string[] lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(21, lines.Length);
        Assert.All(lines, line => Assert.Equal(12, line.Split(',').Length));
    }
}
