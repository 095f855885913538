using System.Text;
using AlertAutomaton.Speech.Normalisation;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Speech.Tests.Normalisation;

public sealed class TextNormaliserTests
{
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_line_of_the_table_is_read_as_written_there(string language)
    {
        var table = NormalisationTable.Load(language);
        Assert.True(table.Count >= 60);
        var wrong = new StringBuilder();
        foreach (var (written, spoken) in table)
        {
            var heard = TextNormaliser.Normalise(written, language);
            if (heard != spoken)
                wrong.AppendLine($"{written} → '{heard}', not '{spoken}'");
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void What_has_been_read_out_once_is_not_changed_again(string language)
    {
        Assert.All(
            NormalisationTable.Load(language), row => Assert.Equal(row.Spoken, TextNormaliser.Normalise(row.Spoken, language)));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    [InlineData("de")]
    public void No_text_makes_it_throw_and_nothing_dangerous_comes_out(string language)
        => Prop.ForAll(
                ArbMap.Default.ArbFor<string>().Filter(text => text is not null),
                text => IsHarmless(TextNormaliser.Normalise(text, language)))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void No_mixture_of_what_the_rules_know_makes_it_throw(string language)
    {
        var pieces = NormalisationTable.Load(language).SelectMany(row => row.Written.Split(' '))
            .Concat(["[[", "]]", "<", "\u0001", "/", "-", " ", "\n", "0", "1", "'", "\ud800", "é", "\u0301", "٣", "x", "."]).Distinct().ToArray();
        var gen = Gen.Elements(pieces).ListOf().Select(parts => string.Concat(parts));
        Prop.ForAll(gen.ToArbitrary(), text => IsHarmless(TextNormaliser.Normalise(text, language)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60));
    }

    [Fact]
    public void Long_rows_of_one_kind_are_read_in_reasonable_time()
    {
        var clock = TimeProvider.System;
        foreach (var piece in new[] { "0", "1 ", "1,", "a.", "a-", "(", "A", "12/", "01 ", "www.", "x@x.", " ", "\n", "18h", "é\u0301", "-" })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 4000 / piece.Length));
            foreach (var language in new[] { "fr", "en" })
            {
                var began = clock.GetTimestamp();
                TextNormaliser.Normalise(text, language);
                Assert.True(clock.GetElapsedTime(began) < TimeSpan.FromSeconds(5), $"{language}: {piece}");
            }
        }
    }

    [Fact]
    public void Text_without_anything_to_say_comes_out_empty()
    {
        Assert.Equal("", TextNormaliser.Normalise("", "fr"));
        Assert.Equal("", TextNormaliser.Normalise(" … !!! \u0007 😀", "fr"));
    }

    [Fact]
    public void A_language_without_rules_is_only_made_safe()
        => Assert.Equal("Um 18:30 Uhr, B 7", TextNormaliser.Normalise("Um 18:30 Uhr,\u0001<B 7>", "de"));

    private static bool IsHarmless(string spoken)
        => !spoken.Contains("[[", StringComparison.Ordinal) && !spoken.AsSpan().ContainsAny('<', '>', '\\')
            && !spoken.Any(char.IsControl) && !spoken.StartsWith('-') && !spoken.Any(char.IsSurrogate);
}
