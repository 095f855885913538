using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Channels.Voice;

/// <summary>The sentences around a message, in the order in which a resident hears them.</summary>
internal sealed class AlertPrompts
{
    /// <summary>Who calls and why, then the message and the keys.</summary>
    public required IReadOnlyList<PreparedPrompt> FirstRound { get; init; }

    /// <summary>The message again.</summary>
    public required IReadOnlyList<PreparedPrompt> NextRound { get; init; }

    public required IReadOnlyList<PreparedPrompt> Voicemail { get; init; }

    public required IReadOnlyList<PreparedPrompt> Safe { get; init; }

    public required IReadOnlyList<PreparedPrompt> Help { get; init; }

    public required IReadOnlyList<PreparedPrompt> WrongNumber { get; init; }

    public required IReadOnlyList<PreparedPrompt> NotUnderstood { get; init; }

    public required IReadOnlyList<PreparedPrompt> RecordingFailed { get; init; }

    public required IReadOnlyList<PreparedPrompt> Goodbye { get; init; }

    /// <summary>Puts the sentences together.</summary>
    /// <param name="catalogue">The shipped or recorded prompts.</param>
    /// <param name="language">A language of the catalogue.</param>
    /// <param name="kind">An exercise says so before anything else.</param>
    /// <param name="audio">The message.</param>
    public static AlertPrompts Compose(PromptCatalogue catalogue, string language, AlertKind kind, MessageAudio audio)
    {
        PreparedPrompt Said(string name) => catalogue.Get(language, name);
        PreparedPrompt[] opening = kind switch
        {
            AlertKind.Exercise => [Said(PromptNames.ExerciseOpening), audio.Organisation],
            AlertKind.Test => [Said(PromptNames.TestOpening), audio.Organisation],
            _ => [Said(PromptNames.AlertOpening), audio.Organisation],
        };
        PreparedPrompt[] reminder = kind == AlertKind.Exercise ? [Said(PromptNames.ExerciseReminder)] : [];
        PreparedPrompt menu = Said(PromptNames.Menu);
        return new AlertPrompts
        {
            FirstRound = [.. opening, audio.Message, .. reminder, menu],
            NextRound = [Said(PromptNames.Repeat), .. kind == AlertKind.Exercise ? opening : [], audio.Message, .. reminder, menu],
            Voicemail =
            [
                .. kind == AlertKind.Real ? [Said(PromptNames.VoicemailOpening), audio.Organisation] : opening,
                audio.Voicemail ?? audio.Message, .. reminder, Said(PromptNames.VoicemailClosing),
            ],
            Safe = [Said(PromptNames.AcknowledgedSafe)],
            Help = [Said(PromptNames.AcknowledgedHelp)],
            WrongNumber = [Said(PromptNames.WrongNumberNoted)],
            NotUnderstood = [Said(PromptNames.NotUnderstood)],
            RecordingFailed = [Said(PromptNames.RecordingFailed)],
            Goodbye = [Said(PromptNames.Goodbye)],
        };
    }
}
