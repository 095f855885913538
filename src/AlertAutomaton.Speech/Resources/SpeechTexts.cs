using System.Globalization;
using System.Resources;
using AlertAutomaton.Speech.Synthesis;

namespace AlertAutomaton.Speech.Resources;

/// <summary>The operator's words of this project, one resource file per language.</summary>
internal static class SpeechTexts
{
    private static readonly ResourceManager _resources = new(typeof(SpeechTexts).FullName!, typeof(SpeechTexts).Assembly);

    /// <summary>The sentence for a fault: <c>{0}</c> is its source, <c>{1}</c> its detail.</summary>
    public static string Describe(SpeechFault fault, CultureInfo culture)
        => Format("Fault." + fault.Kind, culture, fault.Source, fault.Detail);

    public static string Format(string key, CultureInfo culture, params object?[] arguments)
    {
        var pattern = _resources.GetString(key, culture) ?? throw new MissingManifestResourceException(key);
        return string.Format(culture, pattern, arguments).Trim();
    }
}
