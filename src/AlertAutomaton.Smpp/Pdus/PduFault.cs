namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Why octets are no PDU that we take.</summary>
/// <param name="Severity">How far it reaches.</param>
/// <param name="Status">What the far end is told.</param>
/// <param name="Reason">For the log: a field's name or a rule, never content.</param>
public readonly record struct PduFault(PduFaultSeverity Severity, CommandStatus Status, string Reason)
{
    /// <summary>No failure.</summary>
    public static PduFault None => default;

    /// <summary>Drops the PDU.</summary>
    public static PduFault Pdu(CommandStatus status, string reason) => new(PduFaultSeverity.DropPdu, status, reason);

    /// <summary>Drops the session.</summary>
    public static PduFault Session(CommandStatus status, string reason) => new(PduFaultSeverity.DropSession, status, reason);
}
