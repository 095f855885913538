namespace AlertAutomaton.Alerting.Texts;

/// <summary>
/// Keeps the texts that came in, what they came to and what was answered. Safe for concurrent use; every task completes only when its
/// transaction is synced on disk. None of them throws for a failing store: the verdicts say so.
/// </summary>
public interface IInboundTextStore
{
    /// <summary>Stores a text as open. The network may repeat what it was not answered in time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="doubleWithin">
    /// A text is a double when the last one of the same gateway, sender and receiver has the same words and is not older than this. Only the
    /// last one counts: whoever writes 1, then 2, then 1 again has changed their mind twice.
    /// </param>
    Task<InboundTextVerdict> AddAsync(InboundText text, TimeSpan doubleWithin);

    /// <summary>Closes a text.</summary>
    /// <param name="result">What it came to.</param>
    /// <returns>False when it could not be written; the text stays open.</returns>
    Task<bool> CloseAsync(InboundTextResult result);

    /// <summary>Texts that are on disk and not worked on: what a restart, and a store that works again, have to go on with.</summary>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <returns>The oldest first; empty when the store does not answer now.</returns>
    Task<IReadOnlyList<InboundText>> LoadOpenAsync(int limit);

    /// <summary>Asks whether an answer may leave, and writes in the same transaction that it does.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="mostPerHour">How many answers a number may have within an hour.</param>
    Task<TextAnswerVerdict> ClaimAnswerAsync(TextAnswer answer, int mostPerHour);
}
