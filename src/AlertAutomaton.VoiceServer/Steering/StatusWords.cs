using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Launching;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Steering;

/// <summary>How an alert stands, in words: trouble first, then the three scores kept apart, help requests, and the time left. Pure but for the catalogue.</summary>
internal static class StatusWords
{
    /// <summary>What is wrong now; empty when all is well.</summary>
    public static Phrase Trouble(Dialogue dialogue, IReadOnlyList<LineTrouble> troubles)
    {
        Phrase words = dialogue.Words();
        return troubles.Count == 0 ? words : words.Say(SteeringPromptNames.Trouble).Say([.. troubles.Distinct().Order().Select(Name)]);
    }

    /// <summary>One alert, from its kind to the time left.</summary>
    public static Phrase Of(Dialogue dialogue, DeskAlert alert)
    {
        AlertTotals totals = alert.Totals;
        dialogue.Mood = alert.Alert.Kind;
        Phrase words = dialogue.Words(LaunchWords.KindName(alert.Alert.Kind)).Play(alert.Name).Say(OperatorPromptNames.Reference).Digits(alert.Reference);
        dialogue.Mood = null;
        if (Phase(alert.Phase) is { } phase)
        {
            words.Say(phase);
        }

        words.Count(totals.Recipients, SpokenUnit.Households)
            .CountAny(totals.HelpRequests, SpokenUnit.HelpRequests)
            .Count(totals.Confirmed, SpokenUnit.Confirmed)
            .CountAny(totals.ProbablyHeard, SpokenUnit.Heard)
            .CountAny(totals.VoicemailOnly, SpokenUnit.Voicemail)
            .CountAny(totals.SentOnly, SpokenUnit.Sent)
            .Count(totals.Unreached, SpokenUnit.Unreached);
        return alert switch
        {
            { IsOpen: true, Left: { } left } when left < TimeSpan.FromMinutes(1) => words.Say(SteeringPromptNames.StatusLeftSoon),
            { IsOpen: true, Left: { } left } => words.Say(SteeringPromptNames.StatusLeft).Duration(left),
            _ => words,
        };
    }

    private static string? Phase(AlertPhase phase) => phase switch
    {
        AlertPhase.Paused => SteeringPromptNames.PhasePaused,
        AlertPhase.Ending => SteeringPromptNames.PhaseEnding,
        AlertPhase.Finished => SteeringPromptNames.PhaseFinished,
        _ => null,
    };

    private static string Name(LineTrouble trouble) => trouble switch
    {
        LineTrouble.Trunk => SteeringPromptNames.TroubleTrunk,
        LineTrouble.Gateway => SteeringPromptNames.TroubleGateway,
        LineTrouble.Mail => SteeringPromptNames.TroubleMail,
        _ => SteeringPromptNames.TroubleStore,
    };
}
