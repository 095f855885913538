using System.Collections.Concurrent;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Keys;
using AlertAutomaton.Media.Sessions;

namespace AlertAutomaton.Media.Tests.Sessions;

/// <summary>Keeps what a session told.</summary>
internal sealed class HeardEvents : IMediaSessionHandler
{
    public ConcurrentQueue<(char Key, KeySource Source)> Keys { get; } = new();

    public ConcurrentQueue<MachineHint> Hints { get; } = new();

    public ConcurrentQueue<VoiceActivity> Activities { get; } = new();

    public ConcurrentQueue<double> Beeps { get; } = new();

    public ConcurrentQueue<TimeSpan> Silences { get; } = new();

    public int Finished { get; private set; }

    public int FaxTones { get; private set; }

    public string KeysAsText => string.Concat(Keys.Select(press => press.Key));

    public Action<MediaSession>? WhenFinished { get; set; }

    public void OnKey(MediaSession session, char key, KeySource source) => Keys.Enqueue((key, source));

    public void OnPlayingFinished(MediaSession session)
    {
        Finished++;
        WhenFinished?.Invoke(session);
    }

    public void OnVoiceActivity(MediaSession session, VoiceActivity activity) => Activities.Enqueue(activity);

    public void OnMachineHint(MediaSession session, MachineHint hint) => Hints.Enqueue(hint);

    public void OnBeep(MediaSession session, double hertz) => Beeps.Enqueue(hertz);

    public void OnFaxTone(MediaSession session) => FaxTones++;

    public void OnSilent(MediaSession session, TimeSpan noPackets) => Silences.Enqueue(noPackets);
}
