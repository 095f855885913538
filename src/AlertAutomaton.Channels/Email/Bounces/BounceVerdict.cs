namespace AlertAutomaton.Channels.Email.Bounces;

/// <summary>What became of one returned mail.</summary>
public enum BounceVerdict : byte
{
    /// <summary>The engine was told.</summary>
    Reported,

    /// <summary>It is a report on one of our mails from which nothing follows (a delay), or on an attempt whose alert is over.</summary>
    NothingToDo,

    /// <summary>It is no report on a mail of ours: an answer of a person, advertising, a report on somebody else's mail.</summary>
    NotOurs,

    /// <summary>The store does not take it now: to be read again later.</summary>
    TryLater,
}
