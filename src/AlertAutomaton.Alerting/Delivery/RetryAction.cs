namespace AlertAutomaton.Alerting.Delivery;

/// <summary>What follows from an outcome.</summary>
public enum RetryAction : byte
{
    /// <summary>Nothing can follow: the attempt is still open.</summary>
    Wait,

    /// <summary>The whole household is done: no other point, no other channel.</summary>
    CloseHousehold,

    /// <summary>The policy says whether it was enough; if not, the same point again after the no-answer delay.</summary>
    AskPolicy,

    /// <summary>The same point again after a delay, as often in a row as the lane allows; then the next point.</summary>
    SamePoint,

    /// <summary>The next point; this one comes back in the next pass.</summary>
    NextPoint,

    /// <summary>The next point; never this number again in this alert.</summary>
    DropPoint,

    /// <summary>The same point at once on another line, then with growing waits.</summary>
    OtherLine,
}
