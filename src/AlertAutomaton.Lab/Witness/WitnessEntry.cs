namespace AlertAutomaton.Lab.Witness;

/// <summary>One thing that a simulated phone saw.</summary>
public sealed record WitnessEntry
{
    /// <summary>When, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What: invite, refused, answered, key, heard, ended, overload; of texts: submit, throttled, text, receipt, reply; mail.</summary>
    public required string What { get; init; }

    /// <summary>The number called or texted, E.164; of a mail, its address with all but the first letter of the name left out.</summary>
    public required string Callee { get; init; }

    /// <summary>The SIP Call-ID; of a text the id that the SMSC gave it, empty where it gave none; of a mail its Message-ID.</summary>
    public required string CallId { get; init; }

    /// <summary>The words of a text, reply or receipt.</summary>
    public string? Text { get; init; }

    /// <summary>How many segments a text had.</summary>
    public int? Segments { get; init; }

    /// <summary>The number shown.</summary>
    public string? Caller { get; init; }

    /// <summary>The status of a refusal.</summary>
    public int? Status { get; init; }

    /// <summary>The keys pressed so far.</summary>
    public string? Keys { get; init; }

    /// <summary>The names of the prompts that were recognised in what was heard.</summary>
    public IReadOnlyList<string>? Heard { get; init; }

    /// <summary>Who ended the call: caller, phone, silence.</summary>
    public string? EndedBy { get; init; }

    /// <summary>How long the call was answered, in milliseconds.</summary>
    public long? TalkedMilliseconds { get; init; }
}
