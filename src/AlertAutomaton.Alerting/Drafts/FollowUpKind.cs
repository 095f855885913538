namespace AlertAutomaton.Alerting.Drafts;

/// <summary>What those who were already reached are told.</summary>
public enum FollowUpKind : byte
{
    /// <summary>The danger is over.</summary>
    AllClear,

    /// <summary>What was said was wrong.</summary>
    Correction,
}
