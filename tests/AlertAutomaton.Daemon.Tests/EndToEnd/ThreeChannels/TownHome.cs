namespace AlertAutomaton.Daemon.Tests.EndToEnd.ThreeChannels;

/// <summary>A household as the contacts file names it.</summary>
/// <param name="Numbers">All its numbers, those of a trusted person among them.</param>
/// <param name="Mail">Its address; empty when it has none.</param>
internal sealed record TownHome(IReadOnlyList<string> Numbers, string Mail)
{
    /// <summary>Reads what <c>lab --contacts</c> wrote: name,mobile,landline,email,…,trusted_name,trusted_phone.</summary>
    public static IReadOnlyList<TownHome> Read(string contacts) =>
    [
        .. File.ReadLines(contacts).Skip(1).Select(line => line.Split(',')).Select(cells => new TownHome([.. new[] { cells[1], cells[2], cells[^1] }.Where(number => number.Length > 0)], cells[3])),
    ];
}
