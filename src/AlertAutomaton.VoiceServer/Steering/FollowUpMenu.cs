using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Launching;
using AlertAutomaton.VoiceServer.Operators;

namespace AlertAutomaton.VoiceServer.Steering;

/// <summary>Key 5: an all-clear or a correction to those whom an alert has reached, confirmed like every launch.</summary>
internal sealed class FollowUpMenu : IOperatorMenu
{
    public char Key => '5';

    public MenuRight Right => MenuRight.Launch;

    public async Task<MenuEnd> RunAsync(OperatorSession session, CancellationToken ct)
    {
        Dialogue dialogue = session.Dialogue;
        IReadOnlyList<DeskAlert> alerts = await session.Services.Desk.ListAsync(session.Organisation, dialogue.Language, ct);
        if (alerts.Count == 0)
        {
            return await dialogue.SayAsync(dialogue.Words(SteeringPromptNames.FollowUpNone), ct) ? MenuEnd.Back : MenuEnd.Over;
        }

        (DeskAlert? chosen, MenuEnd end) = await AlertChoice.AskAsync(session, alerts, ct);
        return chosen is null ? end : await FollowAsync(session, chosen, ct);
    }

    /// <summary>Follows up one alert; its kind stays what it was, so that an exercise ends as one.</summary>
    public static async Task<MenuEnd> FollowAsync(OperatorSession session, DeskAlert alert, CancellationToken ct)
    {
        Dialogue dialogue = session.Dialogue;
        dialogue.Mood = alert.Alert.Kind;
        Answer kind = await dialogue.AskKeyAsync(dialogue.Words().Play(alert.Name).Say(SteeringPromptNames.FollowUpKind), "12", ct);
        if (!kind.IsEntered)
        {
            return kind.MenuEnd;
        }

        Answer source = await dialogue.AskKeyAsync(dialogue.Words(SteeringPromptNames.FollowUpSource), "12", ct);
        if (!source.IsEntered)
        {
            return source.MenuEnd;
        }

        (int? recording, MenuEnd end) = source.Key == '1' ? await new MessageRecorder(session).RunAsync(ct) : await RecordingChoice.AskAsync(session, ct);
        FollowUpKind followUp = kind.Key == '1' ? FollowUpKind.AllClear : FollowUpKind.Correction;
        return recording is { } number
            ? await new LaunchConfirmation(session).RunAsync(DraftContent.Following(alert.Alert.Id, followUp, number), alert.Alert.Kind, ct)
            : end;
    }
}
