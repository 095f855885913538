using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Keys;

namespace AlertAutomaton.Media.Sessions;

/// <summary>
/// What a call is told by its media. Called on the media clock's thread, outside any lock of the session: it may call the session, it must not block.
/// An exception that escapes is logged and ends nothing.
/// </summary>
public interface IMediaSessionHandler
{
    /// <summary>A key was pressed: <c>0</c>-<c>9</c>, <c>*</c>, <c>#</c>, <c>A</c>-<c>D</c>. Once per press, whatever the network repeated.</summary>
    void OnKey(MediaSession session, char key, KeySource source);

    /// <summary>The last prompt of the list given to <see cref="MediaSession.Play"/> has been sent to its end. Not told after <see cref="MediaSession.StopPlaying"/>.</summary>
    void OnPlayingFinished(MediaSession session);

    /// <summary>The far end began or ceased to speak.</summary>
    void OnVoiceActivity(MediaSession session, VoiceActivity activity);

    /// <summary>The greeting has been judged. Told at most once.</summary>
    void OnMachineHint(MediaSession session, MachineHint hint);

    /// <summary>A steady tone like a recorder's beep ended.</summary>
    void OnBeep(MediaSession session, double hertz);

    /// <summary>A fax machine's tone was heard.</summary>
    void OnFaxTone(MediaSession session);

    /// <summary>Nothing has arrived from the far end for this long. Told once per silence.</summary>
    void OnSilent(MediaSession session, TimeSpan noPackets);
}
