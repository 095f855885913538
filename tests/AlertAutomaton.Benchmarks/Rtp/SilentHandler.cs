using AlertAutomaton.Media.Keys;
using AlertAutomaton.Media.Sessions;

namespace AlertAutomaton.Benchmarks.Rtp;

/// <summary>Takes every event of a media session and does nothing.</summary>
internal sealed class SilentHandler : IMediaSessionHandler
{
    public void OnKey(MediaSession session, char key, KeySource source)
    {
    }

    public void OnPlayingFinished(MediaSession session)
    {
    }

    public void OnVoiceActivity(MediaSession session, Media.Detection.VoiceActivity activity)
    {
    }

    public void OnMachineHint(MediaSession session, Media.Detection.MachineHint hint)
    {
    }

    public void OnBeep(MediaSession session, double hertz)
    {
    }

    public void OnFaxTone(MediaSession session)
    {
    }

    public void OnSilent(MediaSession session, TimeSpan noPackets)
    {
    }
}
