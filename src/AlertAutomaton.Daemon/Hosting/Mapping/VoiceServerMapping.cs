using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.VoiceServer;
using ConfiguredVoiceServer = AlertAutomaton.Daemon.Configuration.Options.VoiceServerOptions;

namespace AlertAutomaton.Daemon.Hosting.Mapping;

/// <summary>What the configuration says about who phones in, as the voice server takes it.</summary>
internal static class VoiceServerMapping
{
    public static VoiceServerOptions Map(ConfiguredVoiceServer voice, OrganisationId organisation) => new()
    {
        Lines =
        [
            .. voice.Lines.Select(line => new VoiceLine(
                E164Number.TryParse(line.Number, out var number) ? number : default, Enum.Parse<VoiceLineAudience>(line.Audience), line.Language, organisation)),
        ],
        MostCallers = voice.MostCallers,
        PlacesForOperators = voice.PlacesForOperators,
        KeyWait = TimeSpan.FromSeconds(voice.KeyWaitSeconds),
        DigitWait = TimeSpan.FromSeconds(voice.DigitWaitSeconds),
        LongestCall = TimeSpan.FromMinutes(voice.LongestCallMinutes),
        LongestRecording = TimeSpan.FromSeconds(voice.LongestRecordingSeconds),
        CallBackToLaunch = voice.CallBackToLaunch,
        RecordingPolicy = voice.RecordingPolicy,
        RecordingLifetime = TimeSpan.FromMinutes(voice.RecordingLifetimeMinutes),
        TwoPeopleForRecordings = voice.TwoPeopleForRecordings,
        OverrideForRecordings = voice.OverrideForRecordingsMinutes == 0 ? null : TimeSpan.FromMinutes(voice.OverrideForRecordingsMinutes),
    };

    public static PinGuardOptions Pins(ConfiguredVoiceServer voice) => new()
    {
        FailuresToLock = voice.PinFailuresToLock,
        FirstLock = TimeSpan.FromMinutes(voice.PinLockMinutes),
        FailuresPerHour = voice.PinFailuresPerHour,
    };

    /// <summary>What is announced to residents for whom there is no alert; null for nothing.</summary>
    public static AlertMessage? Announcement(ConfiguredVoiceServer voice, TimeProvider time) => voice.Announcements.Count == 0 ? null : new AlertMessage
    {
        Id = MessageId.New(time),
        Texts = [.. voice.Announcements.Select(announcement => new MessageText { Language = announcement.Key, Text = announcement.Value.Trim() })],
    };
}
