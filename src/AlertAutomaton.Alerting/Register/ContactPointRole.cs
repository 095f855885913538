namespace AlertAutomaton.Alerting.Register;

/// <summary>Whose contact point it is.</summary>
public enum ContactPointRole : byte
{
    /// <summary>The household's own.</summary>
    Own,

    /// <summary>That of the trusted person who is asked to look after a silent, vulnerable household.</summary>
    Trusted,
}
