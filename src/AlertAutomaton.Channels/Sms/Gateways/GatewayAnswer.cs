namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>What became of a text at the gateway.</summary>
/// <param name="Verdict">The kind of answer.</param>
/// <param name="MessageIds">The ids of the segments that were taken, as the SMSC wrote them; an id may be empty.</param>
/// <param name="Detail">What was seen, for people: <c>ESME_RTHROTTLED</c>. Without numbers.</param>
public sealed record GatewayAnswer(GatewayVerdict Verdict, IReadOnlyList<string> MessageIds, string Detail)
{
    /// <summary>How long the gateway wants to be left alone; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
