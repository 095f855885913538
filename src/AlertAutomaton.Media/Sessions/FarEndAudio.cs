using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Keys;
using AlertAutomaton.Media.Rtp;

namespace AlertAutomaton.Media.Sessions;

/// <summary>
/// What is done with the far end's sound: recorded, and listened to. Sound is decoded only while somebody wants it.
/// </summary>
/// <remarks>One owner, under the session's lock.</remarks>
internal sealed class FarEndAudio
{
    /// <summary>Longest sound of one packet that is taken: 120 ms. Far ends send 10 to 60.</summary>
    public const int LongestPacket = 960;

    // A tone that loses a packet must not become two tones, so short gaps are filled for the detectors too; long ones are left out.
    private const int LongestLiveGap = 8000;

    private readonly AnsweringMachineDetector? _machine;
    private readonly BeepDetector? _beep;
    private readonly FaxToneDetector? _fax;
    private readonly short[] _sound = new short[LongestPacket];
    private readonly short[] _last = new short[160];
    private InBandKeyDetector? _keys;
    private RtpRecording? _recording;
    private RtpTimestamp _expected;
    private uint _ssrc;
    private bool _listening;
    private bool _machineTold;

    public FarEndAudio(MediaSessionOptions options)
    {
        _machine = options.DetectMachine ? new AnsweringMachineDetector() : null;
        _beep = options.DetectBeep ? new BeepDetector() : null;
        _fax = options.DetectFax ? new FaxToneDetector() : null;
    }

    /// <summary>Whether keys are listened for in the sound.</summary>
    public bool ListensForKeys
    {
        get => _keys is not null;
        set => _keys = value ? _keys ?? new InBandKeyDetector() : null;
    }

    private bool HasDetectors => _machine is not null || _beep is not null || _fax is not null || _keys is not null;

    public void StartRecording(int maximumSamples) => _recording = new RtpRecording(maximumSamples);

    public PcmRecording StopRecording()
    {
        var recording = _recording;
        _recording = null;
        return recording is null ? new PcmRecording([], 0, Truncated: false) : new PcmRecording(recording.ToArray(), recording.Concealed, recording.Truncated);
    }

    /// <summary>Takes one packet of sound.</summary>
    public void Take(uint ssrc, RtpTimestamp timestamp, AudioCodec codec, ReadOnlySpan<byte> payload, List<SessionEvent> events)
    {
        if (_recording is null && !HasDetectors)
            return;
        var sound = _sound.AsSpan(0, Math.Min(payload.Length, LongestPacket));
        G711.Decode(codec, payload[..sound.Length], sound);
        _recording?.Add(ssrc, timestamp, sound);
        if (HasDetectors)
            Listen(ssrc, timestamp, sound, events);
    }

    private void Listen(uint ssrc, RtpTimestamp timestamp, ReadOnlySpan<short> sound, List<SessionEvent> events)
    {
        var gap = timestamp.SamplesFrom(_expected);
        if (_listening && ssrc == _ssrc && gap is < 0 and > -LongestLiveGap)
            return;
        if (_listening && ssrc == _ssrc && gap is > 0 and <= LongestLiveGap)
            FillGap(gap, events);
        (_listening, _ssrc, _expected) = (true, ssrc, timestamp.Plus(sound.Length));
        Detect(sound, events);
        var kept = Math.Min(sound.Length, _last.Length);
        sound[^kept..].CopyTo(_last.AsSpan(_last.Length - kept));
    }

    private void FillGap(int gap, List<SessionEvent> events)
    {
        Span<short> filled = stackalloc short[LossConcealment.FadeLength];
        var faded = filled[..Math.Min(gap, filled.Length)];
        LossConcealment.Fill(_last, faded);
        Detect(faded, events);
        filled.Clear();
        for (var left = gap - faded.Length; left > 0; left -= Math.Min(left, filled.Length))
            Detect(filled[..Math.Min(left, filled.Length)], events);
    }

    private void Detect(ReadOnlySpan<short> sound, List<SessionEvent> events)
    {
        if (_machine is not null)
            DetectMachine(_machine, sound, events);
        if (_beep is not null && _beep.Process(sound, out var hertz))
            events.Add(new SessionEvent { Kind = SessionEventKind.Beep, Hertz = hertz });
        if (_fax is not null && _fax.Process(sound) != FaxTone.None)
            events.Add(new SessionEvent { Kind = SessionEventKind.FaxTone });
        if (_keys is null)
            return;
        Span<char> pressed = stackalloc char[16];
        var count = _keys.Process(sound, pressed);
        foreach (var key in pressed[..count])
            events.Add(new SessionEvent { Kind = SessionEventKind.Key, Key = key, Source = KeySource.InBand });
    }

    private void DetectMachine(AnsweringMachineDetector machine, ReadOnlySpan<short> sound, List<SessionEvent> events)
    {
        var activity = machine.Process(sound);
        if (activity != VoiceActivity.None)
            events.Add(new SessionEvent { Kind = SessionEventKind.VoiceActivity, Activity = activity });
        if (_machineTold || !machine.IsDecided)
            return;
        _machineTold = true;
        events.Add(new SessionEvent { Kind = SessionEventKind.MachineHint, Hint = machine.Hint });
    }
}
