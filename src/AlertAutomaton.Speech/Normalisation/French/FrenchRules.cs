using System.Globalization;

namespace AlertAutomaton.Speech.Normalisation.French;

/// <summary>How French is read aloud. The order matters: addresses and long numbers first, single signs last.</summary>
internal static class FrenchRules
{
    public static LanguageRules Create()
    {
        var lexicon = Lexicon.Load("fr");
        var units = new Units(lexicon, ',', value => value < 2);
        return new LanguageRules(
            new WebAddresses(lexicon).Apply,
            FrenchPhoneNumbers.Apply,
            new FrenchDates(lexicon).Apply,
            FrenchTimes.Apply,
            FrenchRoads.Apply,
            FrenchNumbers.JoinGroups,
            units.Apply,
            FrenchOrdinals.Apply,
            new Abbreviations(lexicon).Apply,
            new Signs(lexicon).Apply,
            new Capitals(lexicon, CultureInfo.GetCultureInfo("fr")).Apply);
    }
}
