namespace AlertAutomaton.Storage.DataDirectories;

/// <summary>The result of opening a data directory: the directory, or why not.</summary>
public sealed record DataDirectoryOpening
{
    /// <summary>The directory; null when it was refused.</summary>
    public DataDirectory? Directory { get; private init; }

    /// <summary>Why it was refused.</summary>
    public DataDirectoryRefusal Refusal { get; private init; }

    /// <summary>The refusal as a sentence with its mend, empty when the directory was opened.</summary>
    public string Explanation { get; private init; } = "";

    internal static DataDirectoryOpening Opened(DataDirectory directory) => new() { Directory = directory };

    internal static DataDirectoryOpening Failed(DataDirectoryRefusal refusal, string explanation) => new() { Refusal = refusal, Explanation = explanation };
}
