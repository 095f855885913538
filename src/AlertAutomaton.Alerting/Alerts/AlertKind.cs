namespace AlertAutomaton.Alerting.Alerts;

/// <summary>What kind of launch it is; heard in the first words of every call.</summary>
public enum AlertKind : byte
{
    /// <summary>The danger is real. Its lines come first.</summary>
    Real,

    /// <summary>A drill: said so before anything else.</summary>
    Exercise,

    /// <summary>A technical test with chosen numbers.</summary>
    Test,
}
