using System.Globalization;
using AlertAutomaton.Daemon.Tests.EndToEnd.ThreeChannels;

namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>
/// Households for peers that behave by the last digit of a number (<c>Sipp/town.xml</c>, <see cref="Handsets"/>) and by the name of a mailbox. One in four has
/// a landline only, one in four both, the others a mobile; three in ten have a mailbox, some of which are clicked in or do not exist.
/// </summary>
internal static class PeerTown
{
    /// <summary>What the handsets of node-smpp do with a text, by the last digit.</summary>
    public const string Handsets =
        """{"1":{"reply":"1"},"2":{"reply":"2"},"3":{"reply":"OUI"},"4":{"reply":"Aide !"},"5":{"reply":"STOP"},"7":{"state":"EXPIRED","error":"006"},"8":{"state":"UNDELIV","error":"001"}}""";

    public static IReadOnlyList<TownHome> Build(int households) => [.. Enumerable.Range(0, households).Select(Home)];

    /// <summary>Writes the contacts file, as an administrator has it.</summary>
    public static void Write(IReadOnlyList<TownHome> homes, string file) => File.WriteAllLines(
        file,
        [
            "name,mobile,landline,email,language",
            .. homes.Select((home, place) => string.Create(
                CultureInfo.InvariantCulture, $"Foyer {place + 1},{home.Numbers.FirstOrDefault(IsMobile)},{home.Numbers.FirstOrDefault(number => !IsMobile(number))},{home.Mail},fr")),
        ]);

    private static TownHome Home(int place)
    {
        // Numbers kept for fiction; tens of households go by so that every kind meets every digit.
        string digits = string.Create(CultureInfo.InvariantCulture, $"{place:0000}");
        (string mobile, string landline) = ($"+3363998{digits}", $"+3319900{digits}");
        string[] numbers = (place / 10 % 4) switch { 0 => [landline], 1 => [mobile, landline], _ => [mobile] };
        string mail = (place % 20) switch
        {
            0 or 6 or 10 or 16 => $"foyer-{digits}-silent@valbourg.example",
            9 => $"foyer-{digits}-clicks@valbourg.example",
            17 => $"foyer-{digits}-unknown@example.net",
            _ => "",
        };
        return new TownHome(numbers, mail);
    }

    private static bool IsMobile(string number) => number.StartsWith("+336", StringComparison.Ordinal);
}
