using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks languages, synthesisers and the voice server.</summary>
internal sealed class SpeechValidator : IAspectValidator
{
    public void Validate(DaemonOptions options, ValidationReport report)
    {
        var speech = options.Speech;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < speech.Languages.Count; i++)
        {
            var language = speech.Languages[i];
            if (language.Length != 2 || !language.All(char.IsAsciiLetterLower))
            {
                report.Error("language-malformed", $"Speech.Languages[{i}]", language);
            }
            else if (!seen.Add(language))
            {
                report.Error("language-twice", $"Speech.Languages[{i}]", language);
            }
        }

        if (speech.Languages.Count == 0)
        {
            report.Error("language-none", "Speech.Languages");
        }

        ValidateVoiceServer(speech, report);
    }

    private static void ValidateVoiceServer(SpeechOptions speech, ValidationReport report)
    {
        var http = speech.Http;
        if (http.Preset.Length == 0)
        {
            if (http.Url.Length > 0)
            {
                report.Error("voice-server-preset", "Speech.Http.Url", http.Url);
            }

            return;
        }

        var isRegion = http.Preset is "azure" && http.Url.Length > 0 && http.Url.All(char.IsAsciiLetterOrDigit);
        if (!isRegion && (!Uri.TryCreate(http.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || http.Preset is "azure"))
        {
            report.Error("voice-server-url", "Speech.Http.Url", http.Url);
        }

        if (http.Preset is "azure" && http.Key.Length == 0)
        {
            report.Error("voice-server-key", "Speech.Http.Key");
        }

        foreach (var language in speech.Languages.Where(language => !http.Voices.ContainsKey(language)))
        {
            report.Warning("voice-server-voice", "Speech.Http.Voices", language);
        }
    }
}
