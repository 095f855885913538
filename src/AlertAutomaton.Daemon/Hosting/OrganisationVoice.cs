using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Speech.Rendering;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>
/// How the organisation's name is said in each language: by its recording, by a synthesiser, or, where neither is there,
/// as "the town hall": a missing voice must never keep a town from being warned.
/// </summary>
internal static class OrganisationVoice
{
    public static async Task<IReadOnlyDictionary<string, SpokenText>> PrepareAsync(
        DaemonOptions options, string promptsDirectory, SpeechService speech, ILogger log, CancellationToken cancel)
    {
        var spoken = new Dictionary<string, SpokenText>(StringComparer.OrdinalIgnoreCase);
        foreach (var language in options.Speech.Languages)
        {
            var townHall = Path.Combine(promptsDirectory, language, PromptNames.TownHall + ".wav");
            var name = options.Organisation.SpokenNames.GetValueOrDefault(language) ?? options.Organisation.Name;
            var recording = options.Organisation.SpokenRecordings.GetValueOrDefault(language);
            var wanted = new SpokenText(name, language, recording) { Spacing = SpeechSpacing.Fragment };
            if ((name.Length > 0 || recording is not null) && (await speech.RenderAsync(wanted, cancel)).IsRendered)
            {
                spoken[language] = wanted;
                continue;
            }

            if (name.Length > 0)
            {
                HostLog.OrganisationNameNotSpoken(log, language);
            }

            spoken[language] = new SpokenText("", language, townHall) { Spacing = SpeechSpacing.Fragment };
        }

        return spoken;
    }
}
