using System.Buffers;

namespace AlertAutomaton.Speech.Prompts;

/// <summary>Which names may become file names: nothing that could leave the folder.</summary>
internal static class PromptName
{
    private const int Longest = 64;

    private static readonly SearchValues<char> _allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public static bool IsWellFormed(string name)
        => name.Length is > 0 and <= Longest && !name.AsSpan().ContainsAnyExcept(_allowed);
}
