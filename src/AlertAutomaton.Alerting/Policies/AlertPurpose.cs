namespace AlertAutomaton.Alerting.Policies;

/// <summary>What an alert is for; it decides what a refusal weighs and what an answer means.</summary>
public enum AlertPurpose : byte
{
    /// <summary>Life or health: refusals of information do not hold, and that is written down.</summary>
    Vital,

    /// <summary>News of the commune: refusals and quiet hours hold.</summary>
    Information,

    /// <summary>A call to a meeting: 1 is present, 2 is absent, the answers count towards a quorum; refusals hold.</summary>
    Convocation,
}
