namespace AlertAutomaton.Smpp.Client;

/// <summary>How validity_period is written (SMPP 3.4 §7.1.1).</summary>
public enum SmppValidityFormat
{
    /// <summary>From the moment the gateway takes the message: independent of clocks.</summary>
    Relative,

    /// <summary>As a moment in UTC, for gateways that refuse relative times.</summary>
    Absolute,
}
