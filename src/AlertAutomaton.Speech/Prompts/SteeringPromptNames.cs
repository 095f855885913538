namespace AlertAutomaton.Speech.Prompts;

/// <summary>What an operator hears who asks how far alerts are, steers them, or tells those already reached.</summary>
public static class SteeringPromptNames
{
    /// <summary>"No alert is running."</summary>
    public const string StatusNone = "op-status-none";

    /// <summary>"The last alert:"</summary>
    public const string StatusLast = "op-status-last";

    /// <summary>"Attention."</summary>
    public const string Trouble = "op-trouble";

    /// <summary>"A telephone trunk is down."</summary>
    public const string TroubleTrunk = "op-trouble-trunk";

    /// <summary>"The text message gateway is down."</summary>
    public const string TroubleGateway = "op-trouble-gateway";

    /// <summary>"Mail cannot be sent."</summary>
    public const string TroubleMail = "op-trouble-mail";

    /// <summary>"The disk cannot write."</summary>
    public const string TroubleStore = "op-trouble-store";

    /// <summary>"Paused."</summary>
    public const string PhasePaused = "op-phase-paused";

    /// <summary>"Stopping."</summary>
    public const string PhaseEnding = "op-phase-ending";

    /// <summary>"Finished."</summary>
    public const string PhaseFinished = "op-phase-finished";

    /// <summary>"has confirmed."</summary>
    public const string StatusConfirmedOne = "op-status-confirmed-one";

    /// <summary>"have confirmed."</summary>
    public const string StatusConfirmedMany = "op-status-confirmed-many";

    /// <summary>"has probably heard."</summary>
    public const string StatusHeardOne = "op-status-heard-one";

    /// <summary>"have probably heard."</summary>
    public const string StatusHeardMany = "op-status-heard-many";

    /// <summary>"on voicemail."</summary>
    public const string StatusVoicemailOne = "op-status-voicemail-one";

    /// <summary>"on voicemail."</summary>
    public const string StatusVoicemailMany = "op-status-voicemail-many";

    /// <summary>"in writing only."</summary>
    public const string StatusSentOne = "op-status-sent-one";

    /// <summary>"in writing only."</summary>
    public const string StatusSentMany = "op-status-sent-many";

    /// <summary>"not reached."</summary>
    public const string StatusUnreachedOne = "op-status-unreached-one";

    /// <summary>"not reached."</summary>
    public const string StatusUnreachedMany = "op-status-unreached-many";

    /// <summary>"request for help."</summary>
    public const string StatusHelpOne = "op-status-help-one";

    /// <summary>"requests for help."</summary>
    public const string StatusHelpMany = "op-status-help-many";

    /// <summary>"It should end in about"</summary>
    public const string StatusLeft = "op-status-left";

    /// <summary>"It should end in less than a minute."</summary>
    public const string StatusLeftSoon = "op-status-left-soon";

    /// <summary>"There are several alerts. Type the four-digit reference, then hash."</summary>
    public const string ChooseAlert = "op-choose-alert";

    /// <summary>"To pause, press 1. To stop, 3."</summary>
    public const string ControlRunning = "op-control-running";

    /// <summary>"To resume, press 2. To stop, 3."</summary>
    public const string ControlPaused = "op-control-paused";

    /// <summary>"To stop for good, press 1."</summary>
    public const string ControlConfirmStop = "op-control-confirm-stop";

    /// <summary>"The alert is paused."</summary>
    public const string ControlNowPaused = "op-control-now-paused";

    /// <summary>"The alert goes on."</summary>
    public const string ControlNowRunning = "op-control-now-running";

    /// <summary>"The alert is stopped."</summary>
    public const string ControlNowStopped = "op-control-now-stopped";

    /// <summary>"That is no longer possible."</summary>
    public const string ControlNotPossible = "op-control-not-possible";

    /// <summary>"It is done, but not yet written to disk."</summary>
    public const string ControlNotWritten = "op-control-not-written";

    /// <summary>"Stopping tells nobody. To tell those already reached, press 5."</summary>
    public const string OfferFollowUp = "op-offer-follow-up";

    /// <summary>"For an all-clear, press 1. For a correction, 2."</summary>
    public const string FollowUpKind = "op-follow-up-kind";

    /// <summary>"To record the message now, press 1. For one already made, 2."</summary>
    public const string FollowUpSource = "op-follow-up-source";

    /// <summary>"All-clear, for those already reached."</summary>
    public const string FollowUpAllClear = "op-follow-up-all-clear";

    /// <summary>"Correction, for those already reached."</summary>
    public const string FollowUpCorrection = "op-follow-up-correction";

    /// <summary>"No recent alert."</summary>
    public const string FollowUpNone = "op-follow-up-none";

    /// <summary>"No message."</summary>
    public const string MessagesNone = "op-messages-none";

    /// <summary>"For the next, hash."</summary>
    public const string MessagesNext = "op-messages-next";

    /// <summary>"That was the last one."</summary>
    public const string MessagesEnd = "op-messages-end";

    /// <summary>Every name above.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        StatusNone, StatusLast, Trouble, TroubleTrunk, TroubleGateway, TroubleMail, TroubleStore, PhasePaused, PhaseEnding, PhaseFinished,
        StatusConfirmedOne, StatusConfirmedMany, StatusHeardOne, StatusHeardMany, StatusVoicemailOne, StatusVoicemailMany, StatusSentOne,
        StatusSentMany, StatusUnreachedOne, StatusUnreachedMany, StatusHelpOne, StatusHelpMany, StatusLeft, StatusLeftSoon, ChooseAlert,
        ControlRunning, ControlPaused, ControlConfirmStop, ControlNowPaused, ControlNowRunning, ControlNowStopped, ControlNotPossible,
        ControlNotWritten, OfferFollowUp, FollowUpKind, FollowUpSource, FollowUpAllClear, FollowUpCorrection, FollowUpNone, MessagesNone, MessagesNext,
        MessagesEnd,
    ];
}
