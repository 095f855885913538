namespace AlertAutomaton.Speech.Prompts;

/// <summary>The prompts that every language must have; each name is a WAV file and a line of <c>manifest.json</c>.</summary>
public static class PromptNames
{
    /// <summary>"This is an alert from", followed by the organisation's name: <see cref="SampleOrganisation"/>, <see cref="TownHall"/> or a
    /// rendered name that reads well after "from" and, in French, after "de" ("la commune de Valbourg").</summary>
    public const string AlertOpening = "alert-opening";

    /// <summary>"the town hall", said when an organisation has no rendered name.</summary>
    public const string TownHall = "town-hall";

    /// <summary>Said first of all on an exercise; nothing may come before it.</summary>
    public const string ExerciseOpening = "exercise-opening";

    /// <summary>Said again after the message of an exercise.</summary>
    public const string ExerciseReminder = "exercise-reminder";

    /// <summary>Said first of all on a technical test.</summary>
    public const string TestOpening = "test-opening";

    /// <summary>Opening of a call that informs without urgency.</summary>
    public const string InformationOpening = "information-opening";

    /// <summary>Opening of a call that calls people together.</summary>
    public const string ConvocationOpening = "convocation-opening";

    /// <summary>After the opening: you are the trusted person of somebody who has not answered.</summary>
    public const string TrustedNotice = "trusted-notice";

    /// <summary>Before the message when a trusted person hears it: it was meant for the silent one.</summary>
    public const string TrustedMessage = "trusted-message";

    /// <summary>Which keys may be pressed: 1 heard and safe, 2 need help, 0 again, 9 wrong number.</summary>
    public const string Menu = "menu";

    /// <summary>"Press 1 to confirm", where the scenario has no help option.</summary>
    public const string MenuConfirmOnly = "menu-confirm-only";

    /// <summary>For a trusted person: 1 I take care, 2 help is needed, 0 again, 9 wrong number.</summary>
    public const string MenuTrusted = "menu-trusted";

    /// <summary>For a convocation: 1 present, 2 absent, 0 again, 9 wrong number.</summary>
    public const string MenuConvocation = "menu-convocation";

    /// <summary>"Noted: you are safe."</summary>
    public const string AcknowledgedSafe = "acknowledged-safe";

    /// <summary>"Noted: you need help", with what to do meanwhile.</summary>
    public const string AcknowledgedHelp = "acknowledged-help";

    /// <summary>"Noted: you have heard this message", for scenarios without the safe option.</summary>
    public const string AcknowledgedHeard = "acknowledged-heard";

    /// <summary>"Noted: you are taking care of this person."</summary>
    public const string AcknowledgedCare = "acknowledged-care";

    /// <summary>"Noted: this person needs help", with what to do meanwhile.</summary>
    public const string AcknowledgedCareHelp = "acknowledged-care-help";

    /// <summary>"Noted: you will be there."</summary>
    public const string AcknowledgedPresent = "acknowledged-present";

    /// <summary>"Noted: you cannot come."</summary>
    public const string AcknowledgedAbsent = "acknowledged-absent";

    /// <summary>After 9: the number will be struck from the list.</summary>
    public const string WrongNumberNoted = "wrong-number-noted";

    /// <summary>The key pressed means nothing here.</summary>
    public const string NotUnderstood = "not-understood";

    /// <summary>"I repeat."</summary>
    public const string Repeat = "repeat";

    /// <summary>Said before hanging up.</summary>
    public const string Goodbye = "goodbye";

    /// <summary>First words of a message left on a voicemail.</summary>
    public const string VoicemailOpening = "voicemail-opening";

    /// <summary>Last words of a message left on a voicemail: another call follows, or call this number back.</summary>
    public const string VoicemailClosing = "voicemail-closing";

    /// <summary>The answer could not be written down; another call follows.</summary>
    public const string RecordingFailed = "recording-failed";

    /// <summary>A short tone.</summary>
    public const string Beep = "beep";

    /// <summary>The invented town of the demonstration.</summary>
    public const string SampleOrganisation = "sample-organisation";

    /// <summary>The flood message of the demonstration.</summary>
    public const string SampleFloodMessage = "sample-flood-message";

    /// <summary>Every name above, and those of the voice server.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AlertOpening, TownHall, ExerciseOpening, ExerciseReminder, TestOpening, InformationOpening, ConvocationOpening,
        TrustedNotice, TrustedMessage, Menu, MenuConfirmOnly, MenuTrusted, MenuConvocation,
        AcknowledgedSafe, AcknowledgedHelp, AcknowledgedHeard, AcknowledgedCare, AcknowledgedCareHelp, AcknowledgedPresent, AcknowledgedAbsent,
        WrongNumberNoted, NotUnderstood, Repeat, Goodbye,
        VoicemailOpening, VoicemailClosing, RecordingFailed, Beep, SampleOrganisation, SampleFloodMessage,
        .. OperatorPromptNames.All, .. LaunchPromptNames.All, .. DutyPromptNames.All, .. SteeringPromptNames.All, .. ResidentPromptNames.All, .. NumberPromptNames.All,
    ];
}
