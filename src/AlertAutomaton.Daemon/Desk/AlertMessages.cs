using System.Collections.Concurrent;
using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Channels.Voice;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Speech.Rendering;

namespace AlertAutomaton.Daemon.Desk;

/// <summary>The sound of the messages of running alerts: prepared before an order is accepted, forgotten when its alert is over.</summary>
internal sealed class AlertMessages(MessageAudioLibrary library, PromptCatalogue catalogue, IReadOnlyDictionary<string, SpokenText> organisation)
{
    private readonly ConcurrentDictionary<AlertId, (AlertMessage Message, TimeSpan Length)> _byAlert = new();

    /// <summary>Prepares every language; the length is that of the longest, from the answer to the message's end.</summary>
    public async Task<(MessagePreparation Preparation, TimeSpan Length)> PrepareAsync(AlertMessage message, CancellationToken cancel)
    {
        var preparation = await library.PrepareAsync(message, organisation, cancel);
        var length = preparation.Spoken.Count == 0 ? TimeSpan.Zero : preparation.Spoken.Max(spoken => Opening(spoken.Key) + spoken.Value);
        return (preparation, length);
    }

    public void Keep(AlertId alert, AlertMessage message, TimeSpan length) => _byAlert[alert] = (message, length);

    public void Forget(AlertMessage message) => library.Forget(message);

    /// <summary>Lets go of the message of an alert that is over.</summary>
    public void Release(AlertId alert)
    {
        if (_byAlert.TryRemove(alert, out var kept))
        {
            library.Forget(kept.Message);
        }
    }

    public TimeSpan? LengthOf(AlertId alert) => _byAlert.TryGetValue(alert, out var kept) ? kept.Length : null;

    /// <summary>Why a message cannot be said, in the language of whoever asks.</summary>
    public static string Describe(MessagePreparation preparation, CultureInfo culture) => string.Join(
        " ", preparation.Faults.Select(fault => $"({fault.Key}) " + string.Join(" ", fault.Value.Select(one => one.Describe(culture)))));

    /// <summary>From the end of a message to the end of its round, in the language that takes longest.</summary>
    public TimeSpan MenuLength(AlertKind kind, AlertPurpose purpose) => catalogue.Languages.Count == 0
        ? TimeSpan.Zero
        : catalogue.Languages.Max(language => Length(language, MenuOf(purpose)) + (kind == AlertKind.Exercise ? Length(language, PromptNames.ExerciseReminder) : TimeSpan.Zero));

    private static string MenuOf(AlertPurpose purpose) => purpose switch
    {
        AlertPurpose.Information => PromptNames.MenuConfirmOnly,
        AlertPurpose.Convocation => PromptNames.MenuConvocation,
        _ => PromptNames.Menu,
    };

    private TimeSpan Length(string language, string prompt) => catalogue.TryGet(language, prompt, out var known) ? known!.Duration : TimeSpan.Zero;

    private TimeSpan Opening(string language) =>
        catalogue.TryGet(language, PromptNames.AlertOpening, out var opening) && catalogue.TryGet(language, PromptNames.TownHall, out var name)
            ? opening!.Duration + name!.Duration
            : TimeSpan.Zero;
}
