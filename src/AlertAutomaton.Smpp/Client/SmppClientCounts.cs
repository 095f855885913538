namespace AlertAutomaton.Smpp.Client;

/// <summary>What was counted since the start.</summary>
/// <param name="SegmentsSubmitted">submit_sm given to a session, repeats after throttling counted again.</param>
/// <param name="SegmentsAccepted">Taken by the gateway.</param>
/// <param name="SegmentsRejected">Refused, throttling left out.</param>
/// <param name="SegmentsThrottled">Answered as too fast.</param>
/// <param name="SegmentsUnknown">Without a response.</param>
/// <param name="LateResponses">Responses that came after we had stopped waiting, or that nobody waited for.</param>
/// <param name="Receipts">Receipts stored.</param>
/// <param name="Texts">Texts from phones stored.</param>
/// <param name="Repeats">Receipts and texts that the gateway repeated.</param>
/// <param name="Unreadable">Receipts that name no message.</param>
/// <param name="Refused">Receipts and texts refused for now.</param>
public sealed record SmppClientCounts(
    long SegmentsSubmitted,
    long SegmentsAccepted,
    long SegmentsRejected,
    long SegmentsThrottled,
    long SegmentsUnknown,
    long LateResponses,
    long Receipts,
    long Texts,
    long Repeats,
    long Unreadable,
    long Refused);
