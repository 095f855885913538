namespace AlertAutomaton.Speech.Prompts;

/// <summary>What an operator hears who launches an alert, records a message or approves what a colleague asked for.</summary>
public static class LaunchPromptNames
{
    /// <summary>"For a prepared scenario, press 1. For a recording, 2."</summary>
    public const string LaunchChoice = "op-launch-choice";

    /// <summary>"Type the number of the scenario, then hash."</summary>
    public const string LaunchScenario = "op-launch-scenario";

    /// <summary>"Type the number of the recording, then hash."</summary>
    public const string LaunchRecording = "op-launch-recording";

    /// <summary>"For the one you have just made, hash alone."</summary>
    public const string LaunchLastRecording = "op-launch-last-recording";

    /// <summary>"Type the number of the group, then hash."</summary>
    public const string LaunchGroup = "op-launch-group";

    /// <summary>"For a real alert, press 1. For an exercise, 2."</summary>
    public const string LaunchKind = "op-launch-kind";

    /// <summary>"This will warn"</summary>
    public const string WillBeTold = "op-will-be-told";

    /// <summary>"household,"</summary>
    public const string HouseholdsOne = "op-households-one";

    /// <summary>"households,"</summary>
    public const string HouseholdsMany = "op-households-many";

    /// <summary>"in about"</summary>
    public const string InAbout = "op-in-about";

    /// <summary>"in less than a minute."</summary>
    public const string InUnderAMinute = "op-in-under-a-minute";

    /// <summary>"minute."</summary>
    public const string MinutesOne = "op-minutes-one";

    /// <summary>"minutes."</summary>
    public const string MinutesMany = "op-minutes-many";

    /// <summary>"hour"</summary>
    public const string HoursOne = "op-hours-one";

    /// <summary>"hours"</summary>
    public const string HoursMany = "op-hours-many";

    /// <summary>"second."</summary>
    public const string SecondsOne = "op-seconds-one";

    /// <summary>"seconds."</summary>
    public const string SecondsMany = "op-seconds-many";

    /// <summary>"To confirm the real alert, type the number of households, then hash."</summary>
    public const string ConfirmReal = "op-confirm-real";

    /// <summary>"To confirm the exercise, type the number of households, then hash."</summary>
    public const string ConfirmExercise = "op-confirm-exercise";

    /// <summary>"That is not the right number."</summary>
    public const string CountWrong = "op-count-wrong";

    /// <summary>"The real alert leaves in ten seconds. Any key cancels."</summary>
    public const string CountdownReal = "op-countdown-real";

    /// <summary>"The exercise leaves in ten seconds. Any key cancels."</summary>
    public const string CountdownExercise = "op-countdown-exercise";

    /// <summary>"Cancelled. Nothing was sent."</summary>
    public const string Cancelled = "op-cancelled";

    /// <summary>"The real alert is launched. Reference:"</summary>
    public const string LaunchedReal = "op-launched-real";

    /// <summary>"The exercise is launched. Reference:"</summary>
    public const string LaunchedExercise = "op-launched-exercise";

    /// <summary>"The request waits for a colleague, whom we are calling. Reference:"</summary>
    public const string Pending = "op-pending";

    /// <summary>"Without an answer, it will leave in"</summary>
    public const string PendingOverride = "op-pending-override";

    /// <summary>"The launch failed. Nothing was sent."</summary>
    public const string LaunchFailed = "op-launch-failed";

    /// <summary>"There is nobody to warn."</summary>
    public const string FaultNobody = "op-fault-nobody";

    /// <summary>"This message cannot be spoken."</summary>
    public const string FaultSound = "op-fault-sound";

    /// <summary>"This scenario is not launched in that way."</summary>
    public const string FaultKind = "op-fault-kind";

    /// <summary>"Speak after the beep. End with hash."</summary>
    public const string RecordStart = "op-record-start";

    /// <summary>"Nothing was recorded."</summary>
    public const string RecordNothing = "op-record-nothing";

    /// <summary>"The time limit is reached."</summary>
    public const string RecordLimit = "op-record-limit";

    /// <summary>"Here is your message."</summary>
    public const string RecordReplay = "op-record-replay";

    /// <summary>"To keep it, press 1. To record again, 2. To listen again, 3."</summary>
    public const string RecordChoice = "op-record-choice";

    /// <summary>"Under which number, from 1 to 999? Then hash."</summary>
    public const string RecordNumber = "op-record-number";

    /// <summary>"That number is taken. To replace, press 1. For another number, 2."</summary>
    public const string RecordReplace = "op-record-replace";

    /// <summary>"Kept under number"</summary>
    public const string RecordKept = "op-record-kept";

    /// <summary>"The recording could not be kept."</summary>
    public const string RecordFailed = "op-record-failed";

    /// <summary>"No request waits for you."</summary>
    public const string ApproveNone = "op-approve-none";

    /// <summary>"A colleague asks for:"</summary>
    public const string ApproveRequest = "op-approve-request";

    /// <summary>"To approve the real alert, press 1. To refuse, 2. For the next request, hash."</summary>
    public const string ApproveChoiceReal = "op-approve-choice-real";

    /// <summary>"To approve the exercise, press 1. To refuse, 2. For the next request, hash."</summary>
    public const string ApproveChoiceExercise = "op-approve-choice-exercise";

    /// <summary>"Refused. Nothing was sent."</summary>
    public const string ApproveRefused = "op-approve-refused";

    /// <summary>"That request no longer waits."</summary>
    public const string ApproveGone = "op-approve-gone";

    /// <summary>"Nobody approves their own request."</summary>
    public const string ApproveOwn = "op-approve-own";

    /// <summary>"This is the operators' line. An alert waits for your approval."</summary>
    public const string ApproveCall = "op-approve-call";

    /// <summary>Every name above.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        LaunchChoice, LaunchScenario, LaunchRecording, LaunchLastRecording, LaunchGroup, LaunchKind, WillBeTold, HouseholdsOne, HouseholdsMany,
        InAbout, InUnderAMinute, MinutesOne, MinutesMany, HoursOne, HoursMany, SecondsOne, SecondsMany, ConfirmReal, ConfirmExercise, CountWrong,
        CountdownReal, CountdownExercise, Cancelled, LaunchedReal, LaunchedExercise, Pending, PendingOverride, LaunchFailed, FaultNobody, FaultSound,
        FaultKind, RecordStart, RecordNothing, RecordLimit, RecordReplay, RecordChoice, RecordNumber, RecordReplace, RecordKept, RecordFailed,
        ApproveNone, ApproveRequest, ApproveChoiceReal, ApproveChoiceExercise, ApproveRefused, ApproveGone, ApproveOwn, ApproveCall,
    ];
}
