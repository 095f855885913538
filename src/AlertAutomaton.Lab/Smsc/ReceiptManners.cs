namespace AlertAutomaton.Lab.Smsc;

/// <summary>How the SMSC treats receipts; real ones do each of these.</summary>
[Flags]
public enum ReceiptManners
{
    /// <summary>Once, after the response, with all fields and the id of the response.</summary>
    None = 0,

    /// <summary>Every receipt twice.</summary>
    Doubled = 1,

    /// <summary>The last segment first.</summary>
    OutOfOrder = 2,

    /// <summary>Before the response to its submit_sm.</summary>
    BeforeResponse = 4,

    /// <summary>The id in hexadecimal in the response, in padded decimal in the receipt.</summary>
    HexThenDecimal = 8,

    /// <summary>Only id and state in the text.</summary>
    WithoutFields = 16,

    /// <summary>No text: receipted_message_id and message_state (SMPP 3.4 §5.3.2.12, §5.3.2.35).</summary>
    ParametersOnly = 32,

    /// <summary>ACCEPTD first.</summary>
    IntermediateFirst = 64,
}
