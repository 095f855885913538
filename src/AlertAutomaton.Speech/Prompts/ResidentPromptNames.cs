namespace AlertAutomaton.Speech.Prompts;

/// <summary>What a resident hears who phones in, beside what every alert call says.</summary>
public static class ResidentPromptNames
{
    /// <summary>"This is the alert line of"</summary>
    public const string Welcome = "res-welcome";

    /// <summary>"Here is the message for you."</summary>
    public const string ConcernsYou = "res-concerns-you";

    /// <summary>"There is another message for you."</summary>
    public const string Another = "res-another";

    /// <summary>"If you have a five-digit code, type it. Otherwise, please wait."</summary>
    public const string AskCode = "res-ask-code";

    /// <summary>"That code is not known."</summary>
    public const string CodeUnknown = "res-code-unknown";

    /// <summary>"There is no alert at present."</summary>
    public const string NoAlert = "res-no-alert";

    /// <summary>"Here is the public announcement."</summary>
    public const string Public = "res-public";

    /// <summary>"To be called when there is an alert, press 1. The town hall will keep your number for this only."</summary>
    public const string Offer = "res-offer";

    /// <summary>"Noted. The town hall has your number."</summary>
    public const string Requested = "res-requested";

    /// <summary>"We were not able to note your request. Please contact the town hall."</summary>
    public const string RequestFailed = "res-request-failed";

    /// <summary>"Your number is hidden. To be registered, please call the town hall."</summary>
    public const string Hidden = "res-hidden";

    /// <summary>"That alert is over. Thank you for calling."</summary>
    public const string Over = "res-over";

    /// <summary>"If your life is in danger, hang up and call 112."</summary>
    public const string Emergency = "res-emergency";

    /// <summary>Every name above.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Welcome, ConcernsYou, Another, AskCode, CodeUnknown, NoAlert, Public, Offer, Requested, RequestFailed, Hidden, Over, Emergency,
    ];
}
