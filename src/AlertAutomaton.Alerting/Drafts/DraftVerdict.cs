namespace AlertAutomaton.Alerting.Drafts;

/// <summary>The answer to a step of a draft.</summary>
public enum DraftVerdict : byte
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>It does not stand where that step begins; somebody was quicker.</summary>
    NotNow,

    /// <summary>Nobody approves their own.</summary>
    OwnDraft,

    /// <summary>The operator has not that right.</summary>
    NotAllowed,

    /// <summary>The time for the override has not come, or there is none.</summary>
    TooEarly,
}
