namespace AlertAutomaton.Contracts.Alerts;

/// <summary>The three scores of an alert kept apart, and what is under way.</summary>
public sealed record AlertProgressResource
{
    /// <summary>Recipients of the alert.</summary>
    public required int Recipients { get; init; }

    /// <summary>Recipients that acknowledged: a key, a reply, a link.</summary>
    public required int Confirmed { get; init; }

    /// <summary>Recipients that answered and let the message play to its end without a key.</summary>
    public required int ProbablyHeard { get; init; }

    /// <summary>Recipients of whom only a voicemail was reached so far; they do not count as reached.</summary>
    public required int VoicemailOnly { get; init; }

    /// <summary>Recipients to whom a text or mail went out and who did not answer so far; sent is not read, they do not count as reached.</summary>
    public required int SentOnly { get; init; }

    /// <summary>Recipients of whom nothing was reached so far, those still to be called (<see cref="Pending"/>) included. The scores add up to <see cref="Recipients"/>.</summary>
    public required int Unreached { get; init; }

    /// <summary>Recipients that asked for help (key 2); they are counted in <see cref="Confirmed"/> too.</summary>
    public required int HelpRequests { get; init; }

    /// <summary>Recipients that said that they come (convocations); they are counted in <see cref="Confirmed"/> too.</summary>
    public int Present { get; init; }

    /// <summary>Recipients that said that they do not come (convocations); they are counted in <see cref="Confirmed"/> too.</summary>
    public int Absent { get; init; }

    /// <summary>Recipients that acknowledged after the end of the alert; they are in no other figure but their score at the end.</summary>
    public int LateAnswers { get; init; }

    /// <summary>Recipients for whom something is still planned or under way.</summary>
    public required int Pending { get; init; }

    /// <summary>Attempts begun so far.</summary>
    public required long Attempts { get; init; }

    /// <summary>Attempts under way now.</summary>
    public required int InFlight { get; init; }

    /// <summary>The most attempts that were under way at once.</summary>
    public required int PeakInFlight { get; init; }

    /// <summary>Seconds from the launch until now, or until the end.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>Honest estimate of the seconds until every recipient is final; null when nothing is known yet or the alert has ended.</summary>
    public double? RemainingSeconds { get; init; }
}
