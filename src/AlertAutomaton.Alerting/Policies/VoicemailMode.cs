namespace AlertAutomaton.Alerting.Policies;

/// <summary>When the message is left on an answering machine. It never counts as reached.</summary>
public enum VoicemailMode : byte
{
    /// <summary>Hang up on machines.</summary>
    Never,

    /// <summary>The first time a machine picks up at a number; later ones are hung up on.</summary>
    OncePerPoint,

    /// <summary>Only in the last pass, when there is one.</summary>
    LastPass,
}
