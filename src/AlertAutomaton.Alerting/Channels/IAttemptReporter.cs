using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Channels;

/// <summary>
/// Writes down what happens during an attempt. Every task completes only when the fact is synced on disk. None of them throws for
/// a failing store: acknowledging tells by its result (and is kept until it can be written); the others are lost with an alarm, and the
/// outcome that follows tells the rest.
/// </summary>
public interface IAttemptReporter
{
    /// <summary>The far end picked up. A call begins only when this is done, or when waiting for it has lasted too long.</summary>
    /// <param name="dialogIdentity">What a later process needs to hang up (JSON); empty where nothing stands open.</param>
    /// <returns>Completes when it is on disk.</returns>
    Task AnsweredAsync(string dialogIdentity);

    /// <summary>The message was played to its end to what seems to be a person.</summary>
    /// <returns>Completes when it is on disk.</returns>
    Task HeardAsync();

    /// <summary>Somebody pressed a key.</summary>
    /// <param name="key"><c>0-9</c>, <c>*</c>, <c>#</c>, <c>A-D</c>.</param>
    /// <returns>Completes when it is on disk.</returns>
    Task KeyPressedAsync(char key);

    /// <summary>Somebody acknowledged. Nothing may be confirmed aloud before this has answered true.</summary>
    /// <param name="option">What was said.</param>
    /// <returns>True when it is on disk; false when it could not be written, and so must not be confirmed.</returns>
    Task<bool> AcknowledgeAsync(AcknowledgementOption option);
}
