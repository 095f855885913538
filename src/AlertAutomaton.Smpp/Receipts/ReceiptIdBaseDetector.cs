namespace AlertAutomaton.Smpp.Receipts;

/// <summary>
/// Learns from receipts that were matched with certainty (id, destination and time) how a gateway writes ids. One-digit ids prove nothing, and a
/// few agreeing ones are needed; a contradiction afterwards starts again. One owner, not thread-safe.
/// </summary>
public sealed class ReceiptIdBaseDetector
{
    /// <summary>Agreeing receipts that settle it.</summary>
    public const int Needed = 3;

    private ReceiptIdBase _candidate = ReceiptIdBase.Detect;
    private int _agreeing;

    /// <summary>What is known.</summary>
    public ReceiptIdBase Known => _agreeing >= Needed ? _candidate : ReceiptIdBase.Detect;

    /// <summary>Takes a matched pair.</summary>
    public void Observe(string responseId, string receiptId)
    {
        if (MessageIdForms.Relation(responseId, receiptId) is not { } relation || MessageIdForms.Canonical(receiptId).Length < 2)
        {
            return;
        }

        _agreeing = relation == _candidate ? Math.Min(_agreeing + 1, Needed) : 1;
        _candidate = relation;
    }
}
