using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Speech.Rendering;

/// <summary>From the part that speech plays to the way it is prepared.</summary>
internal static class SpeechSpacingExtensions
{
    private static readonly PhonePreparationOptions _opening = PhonePreparationOptions.Message with { LeadOut = TimeSpan.FromMilliseconds(40) };

    public static PhonePreparationOptions ToPreparation(this SpeechSpacing spacing) => spacing switch
    {
        SpeechSpacing.Opening => _opening,
        SpeechSpacing.Fragment => PhonePreparationOptions.Fragment,
        _ => PhonePreparationOptions.Message,
    };
}
