using System.Globalization;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>One second of SIPp's own statistics: how many calls stood and how many had been begun.</summary>
internal sealed record SippTrunkLoad(int CallsNow, int CallsBegun)
{
    public static IReadOnlyList<SippTrunkLoad> Read(string statistics)
    {
        string[] lines = File.ReadAllLines(statistics);
        string[] names = lines[0].Split(';');
        int now = Array.IndexOf(names, "CurrentCall");
        int begun = Array.IndexOf(names, "TotalCallCreated");
        return
        [
            .. lines.Skip(1).Select(line => line.Split(';')).Where(cells => cells.Length > begun).Select(cells => new SippTrunkLoad(
                int.Parse(cells[now], CultureInfo.InvariantCulture), int.Parse(cells[begun], CultureInfo.InvariantCulture))),
        ];
    }
}
