namespace AlertAutomaton.Daemon.Contacts;

/// <summary>Keeps a spreadsheet from running a cell (OWASP, CSV injection): one that begins like a formula gets an apostrophe.</summary>
internal static class FormulaGuard
{
    private static readonly char[] Starts = ['=', '+', '-', '@', '\t', '\r'];

    public static string Neutral(string cell) => cell.Length > 0 && Starts.Contains(cell[0]) ? "'" + cell : cell;

    /// <summary>The cell as it was before it was made harmless.</summary>
    public static string Original(string cell) => cell.Length > 1 && cell[0] == '\'' && Starts.Contains(cell[1]) ? cell[1..] : cell;
}
