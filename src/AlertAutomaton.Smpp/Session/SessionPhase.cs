namespace AlertAutomaton.Smpp.Session;

/// <summary>Where a session stands (SMPP 3.4 §2.2).</summary>
internal enum SessionPhase
{
    /// <summary>Connected, nothing said.</summary>
    Open,

    /// <summary>A bind was sent.</summary>
    Binding,

    /// <summary>Bound.</summary>
    Bound,

    /// <summary>An unbind was sent.</summary>
    Unbinding,

    /// <summary>Over.</summary>
    Closed,
}
