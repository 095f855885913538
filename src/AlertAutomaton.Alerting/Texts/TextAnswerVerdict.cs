namespace AlertAutomaton.Alerting.Texts;

/// <summary>Whether an answer may leave.</summary>
public enum TextAnswerVerdict : byte
{
    /// <summary>It is on disk and may leave now.</summary>
    MayLeave,

    /// <summary>The same answer about the same alert left before (about no alert: within a day).</summary>
    SentBefore,

    /// <summary>That number had as many answers within the hour as it may have.</summary>
    TooMany,

    /// <summary>The store does not take it now: nothing may leave.</summary>
    NotWritten,
}
