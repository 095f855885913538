using System.Globalization;

namespace AlertAutomaton.Smpp.Receipts;

/// <summary>
/// The forms in which gateways write one message id (SMPP 3.4 §5.2.23 leaves it opaque): other letter case, leading zeros, decimal for
/// hexadecimal. A submitted id is stored under its <see cref="Canonical"/> form; a receipt is looked up by <see cref="OfReceipt"/> in order.
/// A match still needs the destination and the time, because ids are reused.
/// </summary>
public static class MessageIdForms
{
    /// <summary>Trimmed, lower case, without leading zeros; empty stays empty, zeros alone become <c>0</c>.</summary>
    public static string Canonical(string id)
    {
        var trimmed = id.AsSpan().Trim().Trim('\0');
        var digits = trimmed.TrimStart('0');
        return digits.IsEmpty ? trimmed.IsEmpty ? "" : "0" : digits.ToString().ToLowerInvariant();
    }

    /// <summary>All canonical keys that an id may stand for: as is, decimal read as hexadecimal's value, and the reverse.</summary>
    public static IReadOnlyList<string> Of(string id) => OfReceipt(id, ReceiptIdBase.Detect);

    /// <summary>The canonical forms of the response's id that a receipt's id may stand for, the likeliest first; empty for an empty id.</summary>
    /// <param name="receiptId">As the receipt has it.</param>
    /// <param name="idBase">What is known of the gateway.</param>
    public static IReadOnlyList<string> OfReceipt(string receiptId, ReceiptIdBase idBase)
    {
        var canonical = Canonical(receiptId);
        if (canonical.Length == 0)
        {
            return [];
        }

        string?[] forms = idBase switch
        {
            ReceiptIdBase.AsIs => [canonical],
            ReceiptIdBase.HexInResponseDecimalInReceipt => [DecimalToHex(canonical), canonical],
            ReceiptIdBase.DecimalInResponseHexInReceipt => [HexToDecimal(canonical), canonical],
            _ => [canonical, DecimalToHex(canonical), HexToDecimal(canonical)],
        };
        return [.. forms.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The base that ties an id of a response to one of a receipt; null when they do not belong together.</summary>
    public static ReceiptIdBase? Relation(string responseId, string receiptId)
    {
        var (response, receipt) = (Canonical(responseId), Canonical(receiptId));
        if (response.Length == 0 || receipt.Length == 0)
        {
            return null;
        }

        return string.Equals(response, receipt, StringComparison.Ordinal) ? ReceiptIdBase.AsIs
            : string.Equals(response, DecimalToHex(receipt), StringComparison.Ordinal) ? ReceiptIdBase.HexInResponseDecimalInReceipt
            : string.Equals(response, HexToDecimal(receipt), StringComparison.Ordinal) ? ReceiptIdBase.DecimalInResponseHexInReceipt
            : null;
    }

    private static string? DecimalToHex(string id) =>
        UInt128.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value.ToString("x", CultureInfo.InvariantCulture) : null;

    private static string? HexToDecimal(string id) =>
        UInt128.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value.ToString(CultureInfo.InvariantCulture)
            : null;
}
