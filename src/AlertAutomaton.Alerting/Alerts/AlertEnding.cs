namespace AlertAutomaton.Alerting.Alerts;

/// <summary>Why an alert ended.</summary>
public enum AlertEnding : byte
{
    /// <summary>It has not.</summary>
    None,

    /// <summary>The policy had nothing left to try for any recipient.</summary>
    Completed,

    /// <summary>An operator stopped it.</summary>
    Stopped,

    /// <summary>Its lifetime was over.</summary>
    Expired,
}
