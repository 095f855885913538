namespace AlertAutomaton.Sip.Transactions;

/// <summary>Whoever is told that one of its deadlines has passed.</summary>
internal interface IDeadlineOwner
{
    /// <summary>The deadline passed; it is no longer armed and may be armed again.</summary>
    void OnDeadline(Deadline deadline);
}
