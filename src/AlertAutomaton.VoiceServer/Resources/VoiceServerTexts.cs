using System.Globalization;
using System.Resources;

namespace AlertAutomaton.VoiceServer.Resources;

/// <summary>What residents and operators read of an alert that was launched by phone, one resource file per language.</summary>
internal static class VoiceServerTexts
{
    private static readonly ResourceManager Resources = new(typeof(VoiceServerTexts).FullName!, typeof(VoiceServerTexts).Assembly);

    /// <summary>What is texted and mailed of a message that was spoken: how to hear it. Holds the placeholder of the organisation.</summary>
    /// <param name="language">The language of the message (BCP 47); one without words takes English.</param>
    /// <param name="line">The residents' line; null where there is none.</param>
    public static string RecordingInWriting(string language, string? line) =>
        line is null ? Get("RecordingInWritingNoLine", language) : Get("RecordingInWriting", language).Replace("{0}", line, StringComparison.Ordinal);

    /// <summary>The title of an alert made of a recording and a group.</summary>
    public static string RecordingTitle(string language, int recording, string group) =>
        string.Format(CultureInfo.InvariantCulture, Get("RecordingTitle", language), recording, group);

    /// <summary>The title of an all-clear.</summary>
    public static string AllClearTitle(string language, string title) => string.Format(CultureInfo.InvariantCulture, Get("AllClearTitle", language), title);

    /// <summary>The title of a correction.</summary>
    public static string CorrectionTitle(string language, string title) => string.Format(CultureInfo.InvariantCulture, Get("CorrectionTitle", language), title);

    private static string Get(string name, string language) => Resources.GetString(name, CultureOf(language)) ?? throw new MissingManifestResourceException(name);

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
