namespace AlertAutomaton.Media.Detection;

/// <summary>A tone that only fax machines and modems send (ITU-T T.30 §4.1, V.25).</summary>
public enum FaxTone
{
    /// <summary>None.</summary>
    None,

    /// <summary>CNG, 1,100 Hz for 0.5 s: a calling fax.</summary>
    Calling,

    /// <summary>CED, 2,100 Hz for 2.6 s: a fax or modem that answers.</summary>
    Answering,
}
