using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Keys;
using AlertAutomaton.Media.Sessions;

namespace AlertAutomaton.Telephony.Calls;

/// <summary>What the media clock tells: keys, the end of a prompt, voices, beeps, fax tones.</summary>
internal sealed partial class CallSession
{
    void IMediaSessionHandler.OnKey(MediaSession session, char key, KeySource source)
    {
        if (!Mailbox.PostKey(new KeyPress(key, Talked)))
        {
            TelephonyLog.KeyDropped(_log, CallId);
        }
    }

    void IMediaSessionHandler.OnPlayingFinished(MediaSession session)
    {
        // A finish that crossed with the start of the next list belongs to the list before.
        if (!session.IsPlaying)
        {
            Mailbox.Post(CallMoments.PlayedToEnd);
        }
    }

    void IMediaSessionHandler.OnVoiceActivity(MediaSession session, VoiceActivity activity)
    {
        switch (activity)
        {
            case VoiceActivity.SpeechBegan or VoiceActivity.SpeechResumed:
                _speakingSince = Time.GetTimestamp();
                break;
            case VoiceActivity.FirstPause or VoiceActivity.Pause:
                _voice += _speakingSince == 0 ? TimeSpan.Zero : Time.GetElapsedTime(_speakingSince);
                _speakingSince = 0;
                break;
            default:
                break;
        }

        if (activity == VoiceActivity.FirstPause)
        {
            Mailbox.Post(CallMoments.FirstPause);
        }
    }

    void IMediaSessionHandler.OnMachineHint(MediaSession session, MachineHint hint) => Hint = hint;

    void IMediaSessionHandler.OnBeep(MediaSession session, double hertz)
    {
        TimeSpan voice = _voice + (_speakingSince == 0 ? TimeSpan.Zero : Time.GetElapsedTime(_speakingSince));
        if (_answered && (Hint == MachineHint.Machine || voice > VoiceBeforeABeepIsBelieved))
        {
            Mailbox.Post(CallMoments.Beep);
        }
    }

    void IMediaSessionHandler.OnFaxTone(MediaSession session) => FaxFound();

    void IMediaSessionHandler.OnSilent(MediaSession session, TimeSpan noPackets) =>
        // Phones that suppress silence send nothing while they listen, so this is worth a line and no more.
        TelephonyLog.FarEndSilent(_log, CallId, noPackets);

    private void FaxFound()
    {
        FaxSeen = true;
        Mailbox.Post(CallMoments.Fax);
    }
}
