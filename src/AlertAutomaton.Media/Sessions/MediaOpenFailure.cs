namespace AlertAutomaton.Media.Sessions;

/// <summary>Why a session could not be opened.</summary>
public enum MediaOpenFailure
{
    /// <summary>It was opened.</summary>
    None,

    /// <summary>Every pair of ports is in use or resting: raise the range or lower the number of lines.</summary>
    PortsExhausted,

    /// <summary>No local address leads to the far end: configure the advertised address.</summary>
    NoLocalAddress,

    /// <summary>Encryption was asked for and is not available.</summary>
    SrtpUnavailable,

    /// <summary>The engine has been disposed.</summary>
    EngineStopped,
}
