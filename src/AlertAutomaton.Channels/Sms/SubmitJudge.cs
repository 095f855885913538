using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Smpp.Receipts;

namespace AlertAutomaton.Channels.Sms;

/// <summary>
/// Names a gateway's answer in the words of the engine. Pure.
/// <code>
///   all segments taken                 → Submitted, with a reference per segment
///   no such number                     → InvalidNumber
///   refused for good                   → Rejected
///   throttled, queue full, not sent    → Network: costs the household nothing, tried again
///   no answer, or only a part taken    → Unknown: sending it again would double it
/// </code>
/// </summary>
internal static class SubmitJudge
{
    /// <summary>The most references that one attempt may have.</summary>
    public const int MostReferences = 64;

    /// <summary>The result of an attempt.</summary>
    /// <param name="answer">The gateway's answer.</param>
    /// <param name="gateway">Its name.</param>
    /// <param name="pieces">How many submit_sm the text was.</param>
    /// <param name="segments">How many segments are paid for it.</param>
    /// <param name="isStopped">Whether the attempt was told to end.</param>
    public static AttemptResult Judge(GatewayAnswer answer, string gateway, int pieces, int segments, bool isStopped)
    {
        var taken = answer.MessageIds.Count;
        var outcome = answer.Verdict switch
        {
            GatewayVerdict.Accepted => AttemptOutcome.Submitted,
            GatewayVerdict.Unknown => AttemptOutcome.Unknown,
            _ when taken > 0 => AttemptOutcome.Unknown,
            GatewayVerdict.InvalidNumber => AttemptOutcome.InvalidNumber,
            GatewayVerdict.Rejected => AttemptOutcome.Rejected,
            GatewayVerdict.NotSent when isStopped => AttemptOutcome.NotSent,
            _ => AttemptOutcome.Network,
        };
        return new AttemptResult
        {
            Outcome = outcome,
            Detail = outcome == AttemptOutcome.Unknown && pieces > 1 ? $"{answer.Detail} ({taken} of {pieces} segments are known to be taken)" : answer.Detail,
            RetryAfter = outcome == AttemptOutcome.Network ? answer.RetryAfter : null,
            References = outcome is AttemptOutcome.Submitted or AttemptOutcome.Unknown ? References(answer.MessageIds, gateway) : [],
            Units = outcome is AttemptOutcome.Submitted or AttemptOutcome.Unknown ? segments : 0,
        };
    }

    // A receipt is looked up under every form that its id may stand for, so one form per segment is stored: more would make strangers' ids collide.
    private static string[] References(IReadOnlyList<string> ids, string gateway) =>
    [
        .. ids.Select(MessageIdForms.Canonical)
            .Where(id => id.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Take(MostReferences)
            .Select(id => AttemptReference.Text(gateway, id)),
    ];
}
