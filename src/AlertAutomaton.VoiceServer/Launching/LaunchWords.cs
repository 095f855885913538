using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Desk;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Launching;

/// <summary>What is said of a launch; an exercise has words of its own. Pure but for the catalogue.</summary>
internal static class LaunchWords
{
    /// <summary>"Real alert. Flood, right bank. This will warn 412 households, in about 14 minutes."</summary>
    public static Phrase Proposal(Dialogue dialogue, LaunchProposal proposal, AlertKind kind, DraftContent content)
    {
        IReadOnlyList<string> followUp = content switch
        {
            { FollowUpOf: null } => [],
            { FollowUp: FollowUpKind.AllClear } => [SteeringPromptNames.FollowUpAllClear],
            _ => [SteeringPromptNames.FollowUpCorrection],
        };
        Phrase words = dialogue.Words(KindName(kind)).Say(followUp).Play(proposal.Name).Say(LaunchPromptNames.WillBeTold).Count(proposal.Households, SpokenUnit.Households);
        return proposal switch
        {
            { Duration: { } duration } when duration < TimeSpan.FromMinutes(1) => words.Say(LaunchPromptNames.InUnderAMinute),
            { Duration: { } duration } => words.Say(LaunchPromptNames.InAbout).Duration(duration),
            _ => words,
        };
    }

    public static string KindName(AlertKind kind) => kind switch
    {
        AlertKind.Real => OperatorPromptNames.KindReal,
        AlertKind.Exercise => OperatorPromptNames.KindExercise,
        _ => OperatorPromptNames.KindTest,
    };

    public static string Confirm(AlertKind kind) => kind == AlertKind.Real ? LaunchPromptNames.ConfirmReal : LaunchPromptNames.ConfirmExercise;

    public static string Countdown(AlertKind kind) => kind == AlertKind.Real ? LaunchPromptNames.CountdownReal : LaunchPromptNames.CountdownExercise;

    public static string Launched(AlertKind kind) => kind == AlertKind.Real ? LaunchPromptNames.LaunchedReal : LaunchPromptNames.LaunchedExercise;

    public static string Approve(AlertKind kind) => kind == AlertKind.Real ? LaunchPromptNames.ApproveChoiceReal : LaunchPromptNames.ApproveChoiceExercise;

    public static string Fault(LaunchFault fault) => fault switch
    {
        LaunchFault.NotFound => OperatorPromptNames.UnknownNumber,
        LaunchFault.KindNotAllowed => LaunchPromptNames.FaultKind,
        LaunchFault.Nobody => LaunchPromptNames.FaultNobody,
        LaunchFault.NoSound => LaunchPromptNames.FaultSound,
        _ => LaunchPromptNames.LaunchFailed,
    };
}
