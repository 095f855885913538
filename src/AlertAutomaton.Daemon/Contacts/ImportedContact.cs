namespace AlertAutomaton.Daemon.Contacts;

/// <summary>One row that was taken: a household with numbers in E.164, mobile first.</summary>
internal sealed record ImportedContact
{
    /// <summary>Line of the file.</summary>
    public required int Line { get; init; }

    public required string Name { get; init; }

    /// <summary>Numbers in E.164 in the order in which they are tried.</summary>
    public required IReadOnlyList<string> Phones { get; init; }

    /// <summary>Those of <see cref="Phones"/> that take text messages: the ones that stood under <c>mobile</c>.</summary>
    public IReadOnlyList<string> TextPhones { get; init; } = [];

    public string? Email { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string> Groups { get; init; } = [];

    public string? Address { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public bool Vulnerable { get; init; }

    public string? TrustedName { get; init; }

    public string? TrustedPhone { get; init; }
}
