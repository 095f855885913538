using System.Globalization;
using System.Resources;

namespace AlertAutomaton.VoiceServer.Resources;

/// <summary>What is written of alarms by mail and text, one resource file per language.</summary>
internal static class DutyTexts
{
    /// <summary>Nobody on duty has a matter.</summary>
    public const string Nobody = "Nobody";

    /// <summary>No good test call for too long.</summary>
    public const string Silent = "Silent";

    private static readonly ResourceManager Resources = new(typeof(DutyTexts).FullName!, typeof(DutyTexts).Assembly);

    /// <summary>One line on an alarm.</summary>
    /// <param name="name">The name of its words.</param>
    /// <param name="language">Two letters; one without words takes English.</param>
    /// <param name="detail">What it is about; may be empty.</param>
    public static string Subject(string name, string language, string detail) => Fill(name + "Subject", language, detail);

    /// <summary>What it means and what to do.</summary>
    /// <param name="name">The name of its words.</param>
    /// <param name="language">Two letters; one without words takes English.</param>
    /// <param name="detail">What it is about; may be empty.</param>
    public static string Text(string name, string language, string detail) => Fill(name + "Text", language, detail);

    /// <summary>One line that says that it is over.</summary>
    /// <param name="language">Two letters; one without words takes English.</param>
    /// <param name="subject">The line of the alarm.</param>
    public static string AllClear(string language, string subject) => Fill("AllClear", language, subject);

    private static string Fill(string name, string language, string detail) =>
        (Resources.GetString(name, CultureOf(language)) ?? name + " {0}").Replace("{0}", detail, StringComparison.Ordinal);

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
