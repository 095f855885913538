using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Rendering;

namespace AlertAutomaton.VoiceServer.Speaking;

/// <summary>The sound of messages, titles and names. Whatever an alert has said is in the cache already; a synthesiser is asked only for what is new.</summary>
/// <param name="render">Text or recording in, sound for the phone out: <c>SpeechService.RenderAsync</c>.</param>
/// <param name="organisation">How an organisation's name is said in a language, after "from" or "de"; null where nobody wrote it down.</param>
public sealed class MessageSound(Func<SpokenText, CancellationToken, Task<RenderResult>> render, Func<OrganisationId, string, SpokenText?> organisation)
{
    private const int LongestName = 200;

    /// <summary>The name of an organisation.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when it has no sound.</returns>
    public async Task<PreparedPrompt?> OrganisationAsync(OrganisationId id, string language, CancellationToken ct) =>
        organisation(id, language) is { } name ? (await render(name, ct)).Prompt : null;

    /// <summary>A title or a name, as part of a sentence.</summary>
    /// <param name="words">The words.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when it has no sound.</returns>
    public async Task<PreparedPrompt?> NameAsync(string words, string language, CancellationToken ct) =>
        words.Length > LongestName ? null : (await render(new SpokenText(words, language, Spacing: SpeechSpacing.Fragment), ct)).Prompt;

    /// <summary>A message as everybody hears it: nothing in it differs between households.</summary>
    /// <param name="id">Who warns.</param>
    /// <param name="message">The message.</param>
    /// <param name="language">The language wished for.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when it has no sound.</returns>
    public async Task<PreparedPrompt?> MessageAsync(OrganisationId id, AlertMessage message, string language, CancellationToken ct)
    {
        MessageText text = message.For(language);
        string words = MessagePlaceholders.Fill(text.Text, placeholder => placeholder == MessagePlaceholder.Organisation ? organisation(id, text.Language)?.Text : null);
        return (await render(new SpokenText(words, text.Language, text.Recording), ct)).Prompt;
    }
}
