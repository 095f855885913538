namespace AlertAutomaton.VoiceServer;

/// <summary>How the voice server behaves.</summary>
public sealed record VoiceServerOptions
{
    /// <summary>The numbers that it answers.</summary>
    public IReadOnlyList<VoiceLine> Lines { get; init; } = [];

    /// <summary>The most callers at once, 1 to 1,000; more hear that all lines are busy.</summary>
    public int MostCallers { get; init; } = 60;

    /// <summary>Of these, places that residents cannot take, 0 up to <see cref="MostCallers"/> less one.</summary>
    public int PlacesForOperators { get; init; } = 4;

    /// <summary>How long a key is waited for after a question, 2 to 30 s.</summary>
    public TimeSpan KeyWait { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>How long the next digit of a number is waited for, 2 to 30 s.</summary>
    public TimeSpan DigitWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a question is repeated to somebody who stays silent, 0 to 5.</summary>
    public int Repeats { get; init; } = 2;

    /// <summary>How many keys without meaning, and repeats on request, one question bears, 1 to 20.</summary>
    public int MostStrayKeys { get; init; } = 6;

    /// <summary>In which any key cancels a launch, 5 to 60 s. The sentence says ten seconds.</summary>
    public TimeSpan CancelTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest recording, 10 s to 10 min.</summary>
    public TimeSpan LongestRecording { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>True when nothing may be launched, steered or approved on a call that was not placed to the operator's registered number.</summary>
    public bool CallBackToLaunch { get; init; }

    /// <summary>At least this long between two call-backs to one operator.</summary>
    public TimeSpan CallBackInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Before a call-back, so that the operator has put the phone down.</summary>
    public TimeSpan CallBackDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an operator's phone rings, 10 to 60 s.</summary>
    public TimeSpan OperatorRingTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a line for calling an operator is waited for.</summary>
    public TimeSpan WaitForLine { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often all approvers are called in turn for one request, 1 to 10.</summary>
    public int ApprovalRounds { get; init; } = 3;

    /// <summary>Between two rounds.</summary>
    public TimeSpan BetweenApprovalRounds { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest call.</summary>
    public TimeSpan LongestCall { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The policy with which a recording is launched to a group.</summary>
    public string RecordingPolicy { get; init; } = "alert";

    /// <summary>The lifetime of an alert launched from a recording.</summary>
    public TimeSpan RecordingLifetime { get; init; } = TimeSpan.FromHours(4);

    /// <summary>True when a real launch of a recording needs a second person; scenarios say it for themselves.</summary>
    public bool TwoPeopleForRecordings { get; init; }

    /// <summary>When such a launch goes without one; null: never.</summary>
    public TimeSpan? OverrideForRecordings { get; init; }
}
