using System.Globalization;
using System.Resources;

namespace AlertAutomaton.Channels.Voice.Resources;

/// <summary>Words that are spoken within a message, one resource file per language.</summary>
internal static class VoiceTexts
{
    private static readonly ResourceManager Resources = new(typeof(VoiceTexts).FullName!, typeof(VoiceTexts).Assembly);

    /// <summary>Stands for the name of a silent person, which is not spoken.</summary>
    /// <param name="language">The language of the message (BCP 47); one without words takes English.</param>
    public static string SilentPerson(string language) =>
        Resources.GetString(nameof(SilentPerson), CultureOf(language)) ?? throw new MissingManifestResourceException(nameof(SilentPerson));

    private static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
