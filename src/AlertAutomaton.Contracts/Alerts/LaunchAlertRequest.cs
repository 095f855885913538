namespace AlertAutomaton.Contracts.Alerts;

/// <summary>The order to warn people now: body of <c>POST /api/v1/alerts</c>.</summary>
public record LaunchAlertRequest
{
    /// <summary>What the alert is called in lists and reports; 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary><c>real</c>, <c>exercise</c> or <c>test</c>. An exercise says so before anything else in each call.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the policy: <c>alert</c> (until answered), <c>information</c> (a text, else a mail, else three calls), <c>convocation</c> (who comes?).</summary>
    public string Policy { get; init; } = "alert";

    /// <summary>How long calls may be begun, in seconds, 30 to 2,592,000 (30 days); null takes four hours for a vital policy, a day for information, until the event for a convocation.</summary>
    public int? LifetimeSeconds { get; init; }

    /// <summary>When the event is that it is about (a meeting, a cut of the water), with its offset from UTC; null when there is none. Required for a convocation.</summary>
    public DateTimeOffset? EventAt { get; init; }

    /// <summary>How many must say that they come (convocations); null when nobody counts.</summary>
    public int? Quorum { get; init; }

    /// <summary>What is said, one entry per language; at least one. A recipient without a matching language hears the first.</summary>
    public required IReadOnlyList<AlertMessage> Messages { get; init; }

    /// <summary>Who is warned: 1 to 1,000,000 households.</summary>
    public required IReadOnlyList<AlertRecipient> Recipients { get; init; }
}
