using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Speech.Rendering;
using AlertAutomaton.Speech.Synthesis;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Channels.Voice;

/// <summary>
/// Prepares the sound of messages when they are saved and keeps it for the calls. Rendering is cached on disk by content, so preparing
/// a message again after a restart costs a file's reading.
/// </summary>
/// <param name="render">Text or recording in, sound for the phone out: <c>SpeechService.RenderAsync</c>.</param>
/// <param name="log">Where trouble goes.</param>
public sealed class MessageAudioLibrary(
    Func<SpokenText, CancellationToken, Task<RenderResult>> render, ILogger<MessageAudioLibrary> log) : IMessageAudio
{
    private readonly ConcurrentDictionary<(MessageId, string), MessageAudio> _prepared = new();

    /// <inheritdoc/>
    public bool TryGet(MessageId message, string language, [NotNullWhen(true)] out MessageAudio? audio) =>
        _prepared.TryGetValue((message, language), out audio);

    /// <summary>Prepares every language of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="organisation">How the organisation's name is said, by language; a language that is missing takes the first.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Which languages have sound, and why the others have none.</returns>
    public async Task<MessagePreparation> PrepareAsync(
        AlertMessage message, IReadOnlyDictionary<string, SpokenText> organisation, CancellationToken ct)
    {
        var spoken = new Dictionary<string, TimeSpan>(StringComparer.OrdinalIgnoreCase);
        var faults = new Dictionary<string, IReadOnlyList<SpeechFault>>(StringComparer.OrdinalIgnoreCase);
        foreach (MessageText text in message.Texts)
        {
            SpokenText name = organisation.TryGetValue(text.Language, out SpokenText? own) ? own : organisation.Values.First();
            var words = new SpokenMessage(text, name.Text);
            RenderResult said = await render(words.Message, ct);
            RenderResult who = await render(name, ct);
            RenderResult? voicemail = words.Voicemail is { } left ? await render(left, ct) : null;
            RenderResult? trusted = words.Trusted is { } asked ? await render(asked, ct) : null;
            if (said.Prompt is null || who.Prompt is null || voicemail is { Prompt: null } || trusted is { Prompt: null })
            {
                List<SpeechFault> trouble = [.. Faults(said), .. Faults(who), .. Faults(voicemail), .. Faults(trusted)];
                faults[text.Language] = trouble;
                VoiceLog.MessageNotRendered(log, text.Language, string.Join("; ", trouble.Select(fault => fault.Kind)));
                continue;
            }

            _prepared[(message.Id, text.Language)] = new MessageAudio
            {
                Message = said.Prompt,
                Organisation = who.Prompt,
                Voicemail = voicemail?.Prompt,
                Trusted = trusted?.Prompt,
            };
            spoken[text.Language] = said.Prompt.Duration;
        }

        return new MessagePreparation(spoken, faults);
    }

    /// <summary>Forgets a message whose alert is over.</summary>
    /// <param name="message">The message.</param>
    public void Forget(AlertMessage message)
    {
        foreach (MessageText text in message.Texts)
        {
            _prepared.TryRemove((message.Id, text.Language), out _);
        }
    }

    private static IReadOnlyList<SpeechFault> Faults(RenderResult? result) => result is null or { IsRendered: true } ? [] : result.Faults;
}
