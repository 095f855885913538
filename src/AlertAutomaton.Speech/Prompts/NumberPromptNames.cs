namespace AlertAutomaton.Speech.Prompts;

/// <summary>The recorded pieces of which numbers are spoken; how they go together is a language's own grammar.</summary>
public static class NumberPromptNames
{
    private static readonly int[] Feminines = [1, 21, 31, 41, 51, 61, 81];

    /// <summary>"hundred", "cent".</summary>
    public const string Hundred = "number-hundred";

    /// <summary>"thousand", "mille".</summary>
    public const string Thousand = "number-thousand";

    /// <summary>A number of one piece.</summary>
    /// <param name="number">0 to 99.</param>
    /// <returns>The name.</returns>
    public static string Piece(int number) => $"number-{number}";

    /// <summary>The form before a feminine noun, where the language has one: "vingt et une" minutes.</summary>
    /// <param name="number">0 to 99.</param>
    /// <returns>The name; the usual one for a number that has no other form.</returns>
    public static string FemininePiece(int number) => Feminines.Contains(number) ? $"number-{number}-feminine" : Piece(number);

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Enumerable.Range(0, 100).Select(Piece), .. Feminines.Select(FemininePiece), Hundred, Thousand,
    ];
}
