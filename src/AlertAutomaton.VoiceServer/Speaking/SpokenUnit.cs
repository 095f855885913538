using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.VoiceServer.Speaking;

/// <summary>What is counted.</summary>
/// <param name="One">The prompt after a singular.</param>
/// <param name="Many">The prompt after a plural.</param>
/// <param name="Feminine">Whether it is feminine in languages that have that.</param>
internal sealed record SpokenUnit(string One, string Many, bool Feminine = false)
{
    public static readonly SpokenUnit Households = new(LaunchPromptNames.HouseholdsOne, LaunchPromptNames.HouseholdsMany);
    public static readonly SpokenUnit Hours = new(LaunchPromptNames.HoursOne, LaunchPromptNames.HoursMany, Feminine: true);
    public static readonly SpokenUnit Minutes = new(LaunchPromptNames.MinutesOne, LaunchPromptNames.MinutesMany, Feminine: true);
    public static readonly SpokenUnit Seconds = new(LaunchPromptNames.SecondsOne, LaunchPromptNames.SecondsMany, Feminine: true);
    public static readonly SpokenUnit Confirmed = new(SteeringPromptNames.StatusConfirmedOne, SteeringPromptNames.StatusConfirmedMany);
    public static readonly SpokenUnit Heard = new(SteeringPromptNames.StatusHeardOne, SteeringPromptNames.StatusHeardMany);
    public static readonly SpokenUnit Voicemail = new(SteeringPromptNames.StatusVoicemailOne, SteeringPromptNames.StatusVoicemailMany);
    public static readonly SpokenUnit Sent = new(SteeringPromptNames.StatusSentOne, SteeringPromptNames.StatusSentMany);
    public static readonly SpokenUnit Unreached = new(SteeringPromptNames.StatusUnreachedOne, SteeringPromptNames.StatusUnreachedMany);
    public static readonly SpokenUnit HelpRequests = new(SteeringPromptNames.StatusHelpOne, SteeringPromptNames.StatusHelpMany, Feminine: true);

    /// <summary>The names of the prompts that say a count of it.</summary>
    public IReadOnlyList<string> Of(int count, string language) =>
        [.. SpokenNumber.Pieces(count, language, Feminine), SpokenNumber.IsSingular(count, language) ? One : Many];
}
