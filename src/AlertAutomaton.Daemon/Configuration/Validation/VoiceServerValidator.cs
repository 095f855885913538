using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Hosting.Mapping;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks who may phone in: numbers, languages, places, and what launches of recordings need.</summary>
internal sealed class VoiceServerValidator : IAspectValidator
{
    private const int LongestAnnouncement = 2000;

    public void Validate(DaemonOptions options, ValidationReport report)
    {
        const string Path = "VoiceServer";
        var voice = options.VoiceServer;
        var numbers = new HashSet<E164Number>();
        for (var i = 0; i < voice.Lines.Count; i++)
        {
            var line = voice.Lines[i];
            var path = $"{Path}.Lines[{i}]";
            var readable = E164Number.TryParse(line.Number, out var number);
            Check(readable, "voice-number", path + ".Number", line.Number);
            Check(!readable || numbers.Add(number), "voice-number-twice", path + ".Number", line.Number);
            Check(options.Speech.Languages.Contains(line.Language, StringComparer.Ordinal), "voice-language", path + ".Language", line.Language, string.Join(", ", options.Speech.Languages));
        }

        Check(voice.PlacesForOperators < voice.MostCallers, "voice-places", Path + ".PlacesForOperators", voice.PlacesForOperators, voice.MostCallers);
        Check(
            PolicyMapping.All(options.Policies).Any(policy => string.Equals(policy.Name, voice.RecordingPolicy, StringComparison.OrdinalIgnoreCase)),
            "voice-policy", Path + ".RecordingPolicy", voice.RecordingPolicy);
        Check(voice.OverrideForRecordingsMinutes == 0 || voice.TwoPeopleForRecordings, "voice-override", Path + ".OverrideForRecordingsMinutes");
        foreach (var (language, words) in voice.Announcements)
        {
            Check(options.Speech.Languages.Contains(language, StringComparer.Ordinal), "voice-language", $"{Path}.Announcements.{language}", language, string.Join(", ", options.Speech.Languages));
            Check(words.Trim().Length is > 0 and <= LongestAnnouncement, "voice-announcement", $"{Path}.Announcements.{language}", LongestAnnouncement);
        }

        if (voice.Lines.Count > 0 && options.Sip.Trunks.Count > 0 && options.Sip.Trunks.All(trunk => trunk.ReservedChannels == 0))
        {
            report.Warning("voice-no-reserve", Path + ".Lines");
        }

        void Check(bool sound, string code, string at, params IReadOnlyList<object> arguments)
        {
            if (!sound)
            {
                report.Error(code, at, arguments);
            }
        }
    }
}
