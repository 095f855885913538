namespace AlertAutomaton.Smpp.Pdus;

/// <summary>
/// sequence_number (SMPP 3.4 §5.1.4): 1 to 0x7FFFFFFF for those that we give, after which it begins again at 1. The far end's are kept as
/// they came, also outside that range.
/// </summary>
/// <param name="Value">As on the wire.</param>
public readonly record struct SequenceNumber(uint Value)
{
    /// <summary>The greatest that the specification allows.</summary>
    public const uint Maximum = 0x7FFF_FFFF;

    /// <summary>What a session begins with (§2.2).</summary>
    public static SequenceNumber First => new(1);

    /// <summary>What a generic_nack carries when the faulty PDU's own could not be read (§4.3.1).</summary>
    public static SequenceNumber Unknown => new(0);

    /// <summary>The one after.</summary>
    public SequenceNumber Next() => Value is 0 or >= Maximum ? First : new(Value + 1);
}
