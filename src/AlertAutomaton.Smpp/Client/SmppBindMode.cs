namespace AlertAutomaton.Smpp.Client;

/// <summary>How a gateway wants us bound.</summary>
public enum SmppBindMode
{
    /// <summary>One session for both directions.</summary>
    Transceiver,

    /// <summary>Two sessions, one to submit and one to receive, for gateways without transceivers.</summary>
    TransmitterAndReceiver,
}
