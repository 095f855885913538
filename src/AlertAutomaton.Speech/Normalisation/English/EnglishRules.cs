using System.Globalization;

namespace AlertAutomaton.Speech.Normalisation.English;

/// <summary>How English is read aloud. The order matters: addresses and long numbers first, single signs last.</summary>
internal static class EnglishRules
{
    public static LanguageRules Create()
    {
        var lexicon = Lexicon.Load("en");
        var units = new Units(lexicon, '.', value => value == 1);
        return new LanguageRules(
            new WebAddresses(lexicon).Apply,
            new EnglishDates(lexicon).Apply,
            EnglishPhoneNumbers.Apply,
            EnglishTimes.Apply,
            EnglishRoads.Apply,
            EnglishNumbers.JoinGroups,
            units.Apply,
            EnglishOrdinals.Apply,
            EnglishStreets.Apply,
            new Abbreviations(lexicon).Apply,
            new Signs(lexicon).Apply,
            new Capitals(lexicon, CultureInfo.GetCultureInfo("en")).Apply);
    }
}
