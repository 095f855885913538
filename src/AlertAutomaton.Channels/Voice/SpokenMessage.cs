using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Channels.Voice.Resources;
using AlertAutomaton.Speech.Rendering;

namespace AlertAutomaton.Channels.Voice;

/// <summary>
/// What has to be spoken for a message in one language. One sound serves every household, so placeholders that differ between households
/// are left out; only the organisation is named. Pure.
/// </summary>
/// <param name="text">The message.</param>
/// <param name="organisation">How the organisation is called; may be empty where its name is a recording.</param>
internal sealed class SpokenMessage(MessageText text, string organisation)
{
    /// <summary>What is said to a person.</summary>
    public SpokenText Message => new(Filled(text.Text, ""), text.Language, text.Recording);

    /// <summary>What is left on a machine; null where the message itself is.</summary>
    public SpokenText? Voicemail => text.VoicemailText is null && text.VoicemailRecording is null
        ? null
        : new SpokenText(Filled(text.VoicemailText ?? text.Text, ""), text.Language, text.VoicemailRecording);

    /// <summary>What is said to a trusted person; null where the product's own words and the message are. The silent person is not named.</summary>
    public SpokenText? Trusted => string.IsNullOrWhiteSpace(text.TrustedText)
        ? null
        : new SpokenText(Filled(text.TrustedText, VoiceTexts.SilentPerson(text.Language)), text.Language);

    private string Filled(string words, string name) => MessagePlaceholders.Fill(words, placeholder => placeholder switch
    {
        MessagePlaceholder.Organisation => organisation,
        MessagePlaceholder.Name => name,
        _ => null,
    });
}
