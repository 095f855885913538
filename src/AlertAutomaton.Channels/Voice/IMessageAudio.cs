using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Channels.Voice;

/// <summary>The sound of messages, prepared when they were saved: a launch never waits for a synthesiser.</summary>
public interface IMessageAudio
{
    /// <summary>Finds what is said for a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="language">The language as it stands in the message's text (BCP 47).</param>
    /// <param name="audio">The prepared sound.</param>
    /// <returns>False when it was never prepared in that language.</returns>
    bool TryGet(MessageId message, string language, [NotNullWhen(true)] out MessageAudio? audio);
}
