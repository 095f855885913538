namespace AlertAutomaton.Alerting.Drafts;

/// <summary>Where a draft stands.</summary>
/// <remarks>
/// <code>
///  prepared ──submit──► pending ──approve / override──► running
///                         │                              │ the engine refuses the launch
///                         ├──return──► returned ◄────────┘
///                         │               └──submit──► pending
///     │                   └──reject──► rejected
/// </code>
/// </remarks>
public enum DraftState : byte
{
    /// <summary>Somebody works on it.</summary>
    Prepared,

    /// <summary>It waits for a second person.</summary>
    Pending,

    /// <summary>It may go, or is an alert already.</summary>
    Running,

    /// <summary>It was given back for a change.</summary>
    Returned,

    /// <summary>It was refused for good.</summary>
    Rejected,
}
