namespace AlertAutomaton.Speech.Prompts;

/// <summary>What a person on duty hears who is phoned about an alarm or a prepared alert, and what a test call says.</summary>
public static class DutyPromptNames
{
    /// <summary>"This is the duty call of"</summary>
    public const string Call = "op-duty-call";

    /// <summary>"This is the operators' line, with a duty call."</summary>
    public const string CallUnnamed = "op-duty-call-unnamed";

    /// <summary>"An alarm waits for you."</summary>
    public const string AlarmWaits = "op-duty-alarm";

    /// <summary>"A prepared alert waits for your decision."</summary>
    public const string DraftWaits = "op-duty-draft";

    /// <summary>"To take note, press 2. Not for me, call the next person, 9."</summary>
    public const string Choice = "op-duty-choice";

    /// <summary>"To launch the prepared draft, press 1. To take note, 2. Not for me, call the next person, 9."</summary>
    public const string ChoiceLaunch = "op-duty-choice-launch";

    /// <summary>"Noted. It is yours now, and nobody else is called."</summary>
    public const string Taken = "op-duty-taken";

    /// <summary>"The next person is called."</summary>
    public const string Next = "op-duty-next";

    /// <summary>"That matter is over."</summary>
    public const string Gone = "op-duty-gone";

    /// <summary>"Something needs a person. Please look at the console."</summary>
    public const string Other = "op-duty-other";

    /// <summary>"A telephone trunk is down. Others still work."</summary>
    public const string Trunk = "op-duty-trunk";

    /// <summary>"All telephone trunks were down. No call could leave."</summary>
    public const string AllTrunks = "op-duty-all-trunks";

    /// <summary>"The text message gateway is down. No text message leaves."</summary>
    public const string Gateway = "op-duty-gateway";

    /// <summary>"The store cannot write. No alert can be launched."</summary>
    public const string Store = "op-duty-store";

    /// <summary>"The disk is nearly full."</summary>
    public const string DiskLow = "op-duty-disk-low";

    /// <summary>"The disk is full. No alert can be launched."</summary>
    public const string DiskFull = "op-duty-disk-full";

    /// <summary>"The clock of the machine was changed. Check the planned alerts."</summary>
    public const string Clock = "op-duty-clock";

    /// <summary>"A planned alert could not be launched. It is tried again."</summary>
    public const string Schedule = "op-duty-schedule";

    /// <summary>"The test call failed. Calls may not get through."</summary>
    public const string Heartbeat = "op-duty-heartbeat";

    /// <summary>"An operator used the PIN for duress. Somebody may be forcing them."</summary>
    public const string Duress = "op-duty-duress";

    /// <summary>"An operator number was locked after too many wrong PINs."</summary>
    public const string Locked = "op-duty-locked";

    /// <summary>"Too many wrong PINs were typed within an hour. Somebody is trying to guess them."</summary>
    public const string Attacked = "op-duty-attacked";

    /// <summary>"This is a test call by a machine. To answer it, press 5."</summary>
    public const string HeartbeatCall = "op-heartbeat";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Call, CallUnnamed, AlarmWaits, DraftWaits, Choice, ChoiceLaunch, Taken, Next, Gone, Other, Trunk, AllTrunks, Gateway, Store, DiskLow, DiskFull,
        Clock, Schedule, Heartbeat, Duress, Locked, Attacked, HeartbeatCall,
    ];
}
