using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Operators;

namespace AlertAutomaton.VoiceServer.Launching;

/// <summary>Key 1: chooses a scenario by its number, or a recording and a group, then real or exercise; the rest is <see cref="LaunchConfirmation"/>.</summary>
internal sealed class LaunchMenu : IOperatorMenu
{
    private const int NumberDigits = 4;

    public char Key => '1';

    public MenuRight Right => MenuRight.Launch;

    public async Task<MenuEnd> RunAsync(OperatorSession session, CancellationToken ct)
    {
        Dialogue dialogue = session.Dialogue;
        Answer source = await dialogue.AskKeyAsync(dialogue.Words(LaunchPromptNames.LaunchChoice), "12", ct);
        return !source.IsEntered ? source.MenuEnd
            : source.Key == '1' ? await ScenarioAsync(session, ct)
            : await RecordingAsync(session, ct);
    }

    private static async Task<MenuEnd> ScenarioAsync(OperatorSession session, CancellationToken ct)
    {
        Dialogue dialogue = session.Dialogue;
        for (int attempt = 0; attempt <= session.Services.Options.Repeats; attempt++)
        {
            Answer number = await dialogue.AskDigitsAsync(dialogue.Words(LaunchPromptNames.LaunchScenario), 1, NumberDigits, ct);
            if (!number.IsEntered)
            {
                return number.MenuEnd;
            }

            if (await session.Services.Scenarios.FindAsync(session.Organisation, Read(number), ct) is { } scenario)
            {
                return await KindAsync(session, DraftContent.OfScenario(scenario.Id), scenario.Kinds, ct);
            }

            if (!await dialogue.SayAsync(dialogue.Words(OperatorPromptNames.UnknownNumber), ct))
            {
                return MenuEnd.Over;
            }
        }

        return MenuEnd.Back;
    }

    private static async Task<MenuEnd> RecordingAsync(OperatorSession session, CancellationToken ct)
    {
        (int? recording, MenuEnd end) = await RecordingChoice.AskAsync(session, ct);
        if (recording is not { } chosen)
        {
            return end;
        }

        Dialogue dialogue = session.Dialogue;
        Answer group = await dialogue.AskDigitsAsync(dialogue.Words(LaunchPromptNames.LaunchGroup), 1, NumberDigits, ct);
        return group.IsEntered
            ? await KindAsync(session, DraftContent.OfRecording(chosen, Read(group)), [AlertKind.Real, AlertKind.Exercise], ct)
            : group.MenuEnd;
    }

    private static async Task<MenuEnd> KindAsync(OperatorSession session, DraftContent content, IReadOnlyList<AlertKind> kinds, CancellationToken ct)
    {
        bool real = kinds.Contains(AlertKind.Real);
        AlertKind kind = real ? AlertKind.Real : kinds.Contains(AlertKind.Exercise) ? AlertKind.Exercise : AlertKind.Test;
        if (real && kinds.Contains(AlertKind.Exercise))
        {
            Answer choice = await session.Dialogue.AskKeyAsync(session.Dialogue.Words(LaunchPromptNames.LaunchKind), "12", ct);
            if (!choice.IsEntered)
            {
                return choice.MenuEnd;
            }

            kind = choice.Key == '1' ? AlertKind.Real : AlertKind.Exercise;
        }

        return await new LaunchConfirmation(session).RunAsync(content, kind, ct);
    }

    private static int Read(Answer number) => int.Parse(number.Keys, NumberStyles.None, CultureInfo.InvariantCulture);
}
