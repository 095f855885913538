using System.Text.Json.Serialization;

namespace AlertAutomaton.Alerting.Progress;

/// <summary>The figures of an alert. The scores count every recipient once, by how far the alert got with it so far.</summary>
public sealed record AlertTotals
{
    /// <summary>All recipients.</summary>
    public int Recipients { get; init; }

    /// <summary>Those with a final state.</summary>
    public int Final { get; init; }

    /// <summary>Somebody acknowledged.</summary>
    public int Confirmed { get; init; }

    /// <summary>Somebody picked up and the message was played to its end, no key.</summary>
    public int ProbablyHeard { get; init; }

    /// <summary>Only a machine picked up.</summary>
    public int VoicemailOnly { get; init; }

    /// <summary>A text or mail went out, nobody answered (yet).</summary>
    public int SentOnly { get; init; }

    /// <summary>Nothing came through (yet).</summary>
    public int Unreached { get; init; }

    /// <summary>Those who asked for help.</summary>
    public int HelpRequests { get; init; }

    /// <summary>Those who said that they come.</summary>
    public int Present { get; init; }

    /// <summary>Those who said that they do not come.</summary>
    public int Absent { get; init; }

    /// <summary>Those who acknowledged after the end, and in no score: the others add up without them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int LateAnswers { get; init; }

    /// <summary>Attempts begun, ended or not.</summary>
    public long Attempts { get; init; }
}
