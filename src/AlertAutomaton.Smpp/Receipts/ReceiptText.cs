using System.Buffers;

namespace AlertAutomaton.Smpp.Receipts;

/// <summary>
/// The text of a receipt (SMPP 3.4 Appendix B): <c>id:… sub:… dlvrd:… submit date:… done date:… stat:… err:… text:…</c>, in any order and case,
/// any of them missing. The first of a name counts; what follows <c>text:</c> is the message's own words once id and state are known.
/// </summary>
internal readonly record struct ReceiptText(string? Id, string? State, string? Error, string? SubmitDate, string? DoneDate)
{
    private const int LongestText = 4_096;
    private const int LongestValue = 255;

    private static readonly string[] Names =
        ["id:", "sub:", "dlvrd:", "submit date:", "submit_date:", "submitdate:", "done date:", "done_date:", "donedate:", "stat:", "err:", "text:"];

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n\0,;");

    public static ReceiptText Read(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, LongestText)];
        string? id = null, state = null, error = null, submitDate = null, doneDate = null;
        var (name, _, valueAt) = NextName(text, 0);
        while (name is not null && !(name is "text:" && id is not null && state is not null))
        {
            var next = NextName(text, valueAt);
            var value = text[valueAt..(next.Name is null ? text.Length : next.At)].Trim();
            switch (name)
            {
                case "id:":
                    id ??= FirstWord(value);
                    break;
                case "stat:":
                    state ??= FirstWord(value);
                    break;
                case "err:":
                    error ??= FirstWord(value);
                    break;
                case "submit date:" or "submit_date:" or "submitdate:":
                    submitDate ??= Bounded(value);
                    break;
                case "done date:" or "done_date:" or "donedate:":
                    doneDate ??= Bounded(value);
                    break;
            }

            (name, _, valueAt) = next;
        }

        return new ReceiptText(id, state, error, submitDate, doneDate);
    }

    /// <summary>The state that a word means, in the spellings that occur; null for none of them.</summary>
    public static MessageState? StateOf(string? word) => word?.ToUpperInvariant() switch
    {
        "DELIVRD" or "DELIVERED" or "DELIVRED" => MessageState.Delivered,
        "EXPIRED" => MessageState.Expired,
        "DELETED" => MessageState.Deleted,
        "UNDELIV" or "UNDELIVERABLE" or "UNDELIVERED" or "FAILED" => MessageState.Undeliverable,
        "ACCEPTD" or "ACCEPTED" => MessageState.Accepted,
        "REJECTD" or "REJECTED" => MessageState.Rejected,
        "ENROUTE" or "BUFFRED" or "BUFFERED" or "BUFFERD" => MessageState.EnRoute,
        "SCHEDLD" or "SCHEDULED" => MessageState.Scheduled,
        "SKIPPED" => MessageState.Skipped,
        null => null,
        "" => null,
        _ => MessageState.Unknown,
    };

    private static (string? Name, int At, int ValueAt) NextName(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (at > from && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] is not (',' or ';'))
            {
                continue;
            }

            foreach (var name in Names)
            {
                if (text[at..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                {
                    return (name, at, at + name.Length);
                }
            }
        }

        return default;
    }

    private static string? FirstWord(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAny(WordEnds);
        return Bounded(end < 0 ? value : value[..end]);
    }

    private static string? Bounded(ReadOnlySpan<char> value) => value.IsEmpty ? null : value[..Math.Min(value.Length, LongestValue)].ToString();
}
