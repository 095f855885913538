using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Speaking;
using AlertAutomaton.VoiceServer.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.VoiceServer.Tests.Speaking;

public sealed class SpokenNumberTests
{
    [Theory]
    [InlineData(0, "zéro")]
    [InlineData(1, "un")]
    [InlineData(16, "seize")]
    [InlineData(21, "vingt et un")]
    [InlineData(70, "soixante-dix")]
    [InlineData(71, "soixante et onze")]
    [InlineData(80, "quatre-vingts")]
    [InlineData(81, "quatre-vingt-un")]
    [InlineData(99, "quatre-vingt-dix-neuf")]
    [InlineData(100, "cent")]
    [InlineData(101, "cent un")]
    [InlineData(200, "deux cent")]
    [InlineData(412, "quatre cent douze")]
    [InlineData(1000, "mille")]
    [InlineData(1001, "mille un")]
    [InlineData(1999, "mille neuf cent quatre-vingt-dix-neuf")]
    [InlineData(2000, "deux mille")]
    [InlineData(21_600, "vingt et un mille six cent")]
    [InlineData(71_091, "soixante et onze mille quatre-vingt-onze")]
    [InlineData(100_000, "cent mille")]
    [InlineData(999_999, "neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf")]
    public void French_numbers_are_said_as_french_people_say_them(int number, string words)
    {
        Assert.Equal(words, Words(SpokenNumber.Pieces(number, "fr"), "fr"));
    }

    [Theory]
    [InlineData(1, "une")]
    [InlineData(21, "vingt et une")]
    [InlineData(71, "soixante et onze")]
    [InlineData(81, "quatre-vingt-une")]
    [InlineData(101, "cent une")]
    [InlineData(2, "deux")]
    [InlineData(1000, "mille")]
    [InlineData(21_000, "vingt et un mille")]
    public void French_counts_of_feminine_things_are_feminine(int number, string words)
    {
        Assert.Equal(words, Words(SpokenNumber.Pieces(number, "fr", feminine: true), "fr"));
    }

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(1, "one")]
    [InlineData(21, "twenty-one")]
    [InlineData(100, "one hundred")]
    [InlineData(412, "four hundred twelve")]
    [InlineData(1000, "one thousand")]
    [InlineData(1001, "one thousand one")]
    [InlineData(110_015, "one hundred ten thousand fifteen")]
    public void English_numbers_are_said_as_english_people_say_them(int number, string words)
    {
        Assert.Equal(words, Words(SpokenNumber.Pieces(number, "en"), "en"));
    }

    [Theory]
    [InlineData(0, "fr", "zéro foyer,")]
    [InlineData(1, "fr", "un foyer,")]
    [InlineData(2, "fr", "deux foyers,")]
    [InlineData(0, "en", "zero households,")]
    [InlineData(1, "en", "one household,")]
    [InlineData(412, "en", "four hundred twelve households,")]
    public void Plurals_follow_each_language(int count, string language, string words)
    {
        Assert.Equal(words, Words(SpokenUnit.Households.Of(count, language), language));
    }

    [Theory]
    [InlineData(1, "fr", "une demande d'aide.")]
    [InlineData(21, "fr", "vingt et une demandes d'aide.")]
    [InlineData(1, "en", "one request for help.")]
    public void Help_requests_agree(int count, string language, string words)
    {
        Assert.Equal(words, Words(SpokenUnit.HelpRequests.Of(count, language), language));
    }

    [Theory]
    [InlineData(0.5, "en", "one second.")]
    [InlineData(59, "fr", "cinquante-neuf secondes.")]
    [InlineData(60, "fr", "une minute.")]
    [InlineData(61, "en", "two minutes.")]
    [InlineData(840, "fr", "quatorze minutes.")]
    [InlineData(7199, "en", "one hundred twenty minutes.")]
    [InlineData(7200, "en", "two hours")]
    [InlineData(9000, "fr", "deux heures trente minutes.")]
    public void Durations_are_rounded_up_to_what_people_say(double seconds, string language, string words)
    {
        Assert.Equal(words, Words(SpokenDuration.Names(TimeSpan.FromSeconds(seconds), language), language));
    }

    [Fact]
    public void Every_number_has_pieces_that_the_catalogue_has_and_no_two_numbers_sound_alike()
    {
        foreach (string language in (string[])["fr", "en"])
        {
            Prop.ForAll(
                Gen.Choose(0, SpokenNumber.Highest).Two().ToArbitrary(),
                pair =>
                {
                    string one = Words(SpokenNumber.Pieces(pair.Item1, language), language);
                    string other = Words(SpokenNumber.Pieces(pair.Item2, language), language);
                    return pair.Item1 == pair.Item2 == (one == other);
                }).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void A_reference_has_four_digits_and_is_read_digit_by_digit()
    {
        for (int draw = 0; draw < 1000; draw++)
        {
            Assert.Matches("^[1-9][0-9]{3}$", SpokenReference.Of(Guid.CreateVersion7(TimeProvider.System.GetUtcNow())));
        }

        Assert.Equal([NumberPromptNames.Piece(4), NumberPromptNames.Piece(0), NumberPromptNames.Piece(7), NumberPromptNames.Piece(1)], SpokenNumber.Digits("4071"));
    }

    private static string Words(IReadOnlyList<string> pieces, string language) =>
        string.Join(' ', pieces.Select(name => ShippedPrompts.Catalogue.Find(language, name)?.Text ?? throw new KeyNotFoundException(name)));
}
