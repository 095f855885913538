using AlertAutomaton.Daemon.Configuration.Problems;

namespace AlertAutomaton.Daemon.Contacts;

/// <summary>What came out of a contacts file. Rows taken plus rows refused are all rows of the file.</summary>
internal sealed record ContactsReading
{
    /// <summary>Rows below the header that hold anything.</summary>
    public required int Rows { get; init; }

    public required IReadOnlyList<ImportedContact> Contacts { get; init; }

    public required IReadOnlyList<ContactProblem> Problems { get; init; }

    /// <summary>Name of the encoding that was found.</summary>
    public required string Encoding { get; init; }

    /// <summary>True when no row was refused.</summary>
    public bool IsComplete => Problems.All(problem => problem.Severity != ProblemSeverity.Error);
}
