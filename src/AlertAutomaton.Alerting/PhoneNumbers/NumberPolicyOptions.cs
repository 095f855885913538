namespace AlertAutomaton.Alerting.PhoneNumbers;

/// <summary>Which numbers somebody allowed and denied.</summary>
public sealed record NumberPolicyOptions
{
    /// <summary>Beginnings that are allowed (<c>+33</c>); empty: every beginning.</summary>
    public IReadOnlyList<string> AllowPrefixes { get; init; } = [];

    /// <summary>Beginnings that are denied, whatever else is allowed.</summary>
    public IReadOnlyList<string> DenyPrefixes { get; init; } = [];

    /// <summary>True: numbers for which the caller pays more than a call are refused.</summary>
    public bool RefusePremium { get; init; } = true;
}
