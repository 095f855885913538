namespace AlertAutomaton.Channels.Sms.Receipts;

/// <summary>What became of one look at a receipt.</summary>
internal enum ReceiptFate : byte
{
    /// <summary>It is recorded, counted, or known already.</summary>
    Settled,

    /// <summary>No attempt has its id.</summary>
    NotFound,

    /// <summary>The store does not take it now.</summary>
    NotWritten,
}
