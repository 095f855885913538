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

    /// <summary>What 1 means; 2 may still follow it.</summary>
    public required SpokenAnswer One { get; init; }

    /// <summary>What 2 means.</summary>
    public required SpokenAnswer Two { get; init; }

    public required IReadOnlyList<PreparedPrompt> WrongNumber { get; init; }

    public required IReadOnlyList<PreparedPrompt> NotUnderstood { get; init; }

    public required IReadOnlyList<PreparedPrompt> RecordingFailed { get; init; }

    public required IReadOnlyList<PreparedPrompt> Goodbye { get; init; }

    /// <summary>The answer that a key gives; null for keys that give none.</summary>
    public SpokenAnswer? AnswerOf(char? key) => key == One.Key ? One : key == Two.Key ? Two : null;

    /// <summary>Puts the sentences together.</summary>
    /// <param name="catalogue">The shipped or recorded prompts.</param>
    /// <param name="language">A language of the catalogue.</param>
    /// <param name="kind">An exercise says so before anything else.</param>
    /// <param name="answers">What the keys mean in this call.</param>
    /// <param name="audio">The message.</param>
    public static AlertPrompts Compose(PromptCatalogue catalogue, string language, AlertKind kind, AnswerTable answers, MessageAudio audio)
    {
        PreparedPrompt Said(string name) => catalogue.Get(language, name);
        PreparedPrompt[] Opening(string real) => kind switch
        {
            AlertKind.Exercise => [Said(PromptNames.ExerciseOpening), audio.Organisation],
            AlertKind.Test => [Said(PromptNames.TestOpening), audio.Organisation],
            _ => [Said(real), audio.Organisation],
        };
        PreparedPrompt[] Message(PreparedPrompt own) => !answers.ForTrustedPerson ? [own]
            : audio.Trusted is { } words ? [Said(PromptNames.TrustedNotice), words]
            : [Said(PromptNames.TrustedNotice), Said(PromptNames.TrustedMessage), own];
        SpokenAnswer Answer(char key, AnswerMeaning meaning) => new(key, meaning.Option, [Said(meaning.ReadBack)]);

        PreparedPrompt[] opening = Opening(answers.Opening);
        PreparedPrompt[] reminder = kind == AlertKind.Exercise ? [Said(PromptNames.ExerciseReminder)] : [];
        PreparedPrompt[] message = [.. Message(audio.Message), .. reminder, Said(answers.Menu)];
        return new AlertPrompts
        {
            FirstRound = [.. opening, .. message],
            NextRound = [Said(PromptNames.Repeat), .. kind == AlertKind.Exercise ? opening : [], .. message],
            Voicemail = [.. Opening(answers.VoicemailOpening), .. Message(audio.Voicemail ?? audio.Message), .. reminder, Said(PromptNames.VoicemailClosing)],
            One = Answer('1', answers.One),
            Two = Answer('2', answers.Two),
            WrongNumber = [Said(PromptNames.WrongNumberNoted)],
            NotUnderstood = [Said(PromptNames.NotUnderstood)],
            RecordingFailed = [Said(PromptNames.RecordingFailed)],
            Goodbye = [Said(PromptNames.Goodbye)],
        };
    }
}
