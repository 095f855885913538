namespace AlertAutomaton.Smpp.Receipts;

/// <summary>How a gateway writes one message id in submit_sm_resp and in the receipt.</summary>
public enum ReceiptIdBase
{
    /// <summary>Not known yet: all forms are tried, the likeliest first.</summary>
    Detect,

    /// <summary>The same in both, letter case and leading zeros aside.</summary>
    AsIs,

    /// <summary>Hexadecimal in the response, decimal in the receipt.</summary>
    HexInResponseDecimalInReceipt,

    /// <summary>Decimal in the response, hexadecimal in the receipt.</summary>
    DecimalInResponseHexInReceipt,
}
