namespace AlertAutomaton.VoiceServer.Dialogues;

/// <summary>A number being typed. Pure: keys in, what to do out.</summary>
/// <param name="Fewest">The fewest digits, 0 where the hash alone says something.</param>
/// <param name="Most">The most.</param>
internal sealed record DigitEntry(int Fewest, int Most)
{
    /// <summary>The digits so far.</summary>
    public string Typed { get; init; } = string.Empty;

    /// <summary>True once it stands; false once it cannot become one; null while it may.</summary>
    public bool? Complete { get; init; }

    /// <summary>True when the star was pressed before any digit.</summary>
    public bool Back { get; init; }

    /// <summary>Takes a key. The star takes back what was typed, and leads back when nothing was.</summary>
    public DigitEntry Press(char key) => key switch
    {
        '*' when Typed.Length == 0 => this with { Back = true },
        '*' => this with { Typed = string.Empty },
        '#' => this with { Complete = Typed.Length >= Fewest },
        >= '0' and <= '9' when Typed.Length < Most => Next(Typed + key),
        _ => this with { Complete = false },
    };

    /// <summary>Nothing more came: what is long enough stands, so that a forgotten hash costs nobody a round.</summary>
    public DigitEntry TimeOut() => this with { Complete = Typed.Length > 0 && Typed.Length >= Fewest };

    /// <summary>Shows no digits.</summary>
    public override string ToString() => $"{Typed.Length} digits";

    /// <summary>A number of fixed length needs no hash.</summary>
    private DigitEntry Next(string typed) => this with { Typed = typed, Complete = Fewest == Most && typed.Length == Most ? true : null };
}
