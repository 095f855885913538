namespace AlertAutomaton.Channels.Email.Bounces;

/// <summary>Where returned mails are found.</summary>
public sealed record BounceDirectoryOptions
{
    /// <summary>
    /// A Maildir (the folder with <c>new</c> and <c>cur</c> in it), or a plain folder into which something writes one file per mail and renames it
    /// to a name without a leading dot when it is whole.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>How often it is looked at, 1 s to 1 h.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many mails are read in one turn, 1 to 10,000; the others wait for the next.</summary>
    public int MostPerTurn { get; init; } = 200;
}
