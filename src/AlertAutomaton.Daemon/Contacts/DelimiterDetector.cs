namespace AlertAutomaton.Daemon.Contacts;

/// <summary>Finds the delimiter by trying each on the header and keeping the one that gives the most known columns.</summary>
internal static class DelimiterDetector
{
    private static readonly char[] Candidates = [';', ',', '\t'];

    public static char Detect(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text[..end];
        return Candidates.MaxBy(candidate => header.Split(candidate).Count(IsKnown));
    }

    private static bool IsKnown(string cell) => ContactColumnNames.TryFind(cell.Trim(' ', '"'), out _);
}
