using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Operators;

namespace AlertAutomaton.VoiceServer.Steering;

/// <summary>Key 4: pauses, resumes, stops. A stop is confirmed, and offers to tell those already reached in the same gesture.</summary>
internal sealed class ControlMenu : IOperatorMenu
{
    public char Key => '4';

    public MenuRight Right => MenuRight.Launch;

    public async Task<MenuEnd> RunAsync(OperatorSession session, CancellationToken ct)
    {
        Dialogue dialogue = session.Dialogue;
        IReadOnlyList<DeskAlert> alerts = await session.Services.Desk.ListAsync(session.Organisation, dialogue.Language, ct);
        DeskAlert[] open = [.. alerts.Where(alert => alert.Phase is AlertPhase.Running or AlertPhase.Paused)];
        if (open.Length == 0)
        {
            return await SayAsync(dialogue, SteeringPromptNames.StatusNone, ct);
        }

        (DeskAlert? chosen, MenuEnd end) = await AlertChoice.AskAsync(session, open, ct);
        return chosen is null ? end : await SteerAsync(session, chosen, ct);
    }

    private static async Task<MenuEnd> SteerAsync(OperatorSession session, DeskAlert alert, CancellationToken ct)
    {
        Dialogue dialogue = session.Dialogue;
        bool paused = alert.Phase == AlertPhase.Paused;
        dialogue.Mood = alert.Alert.Kind;
        Answer choice = await dialogue.AskKeyAsync(
            dialogue.Words().Play(alert.Name).Say(paused ? SteeringPromptNames.ControlPaused : SteeringPromptNames.ControlRunning), paused ? "23" : "13", ct);
        if (!choice.IsEntered)
        {
            return choice.MenuEnd;
        }

        if (choice.Key == '3')
        {
            Answer sure = await dialogue.AskKeyAsync(dialogue.Words(SteeringPromptNames.ControlConfirmStop), "1", ct);
            if (!sure.IsEntered)
            {
                return sure.MenuEnd;
            }
        }

        AlertCommand command = choice.Key switch
        {
            '1' => AlertCommand.Pause,
            '2' => AlertCommand.Resume,
            _ => AlertCommand.Stop,
        };
        CommandVerdict verdict = await session.Services.Desk.ChangeAsync(alert.Alert.Id, command, session.SignedAs);
        VoiceServerLog.Steered(session.Services.Log, session.Operator.Id, alert.Alert.Id, command.ToString(), verdict.ToString());
        MenuEnd end = await SayAsync(dialogue, Words(command, verdict), ct);
        bool inForce = verdict is CommandVerdict.Done or CommandVerdict.AlreadySo or CommandVerdict.InForceNotWritten;
        return end == MenuEnd.Back && command == AlertCommand.Stop && inForce ? await OfferAsync(session, alert, ct) : end;
    }

    private static async Task<MenuEnd> OfferAsync(OperatorSession session, DeskAlert alert, CancellationToken ct)
    {
        Answer wish = await session.Dialogue.AskKeyAsync(session.Dialogue.Words(SteeringPromptNames.OfferFollowUp), "5", ct);
        session.Dialogue.Mood = null;
        return wish.IsEntered ? await FollowUpMenu.FollowAsync(session, alert, ct) : wish.MenuEnd;
    }

    private static string Words(AlertCommand command, CommandVerdict verdict) => verdict switch
    {
        CommandVerdict.InForceNotWritten => SteeringPromptNames.ControlNotWritten,
        not (CommandVerdict.Done or CommandVerdict.AlreadySo) => SteeringPromptNames.ControlNotPossible,
        _ => command switch
        {
            AlertCommand.Pause => SteeringPromptNames.ControlNowPaused,
            AlertCommand.Resume => SteeringPromptNames.ControlNowRunning,
            _ => SteeringPromptNames.ControlNowStopped,
        },
    };

    private static async Task<MenuEnd> SayAsync(Dialogue dialogue, string name, CancellationToken ct) =>
        await dialogue.SayAsync(dialogue.Words(name), ct) ? MenuEnd.Back : MenuEnd.Over;
}
