namespace AlertAutomaton.Media.Detection;

/// <summary>
/// Guesses from the first seconds whether a person or a machine answered, and tells when the far end speaks or pauses.
/// </summary>
/// <remarks>
/// A hint only: measured installations are right nine times in ten. The guess is made once; voice activity goes on for the whole call.
/// Nothing is allocated per frame.
/// <code>
///            voice ≥ word            silence ≥ 800 ms → Human
///  WAITING ───────────────► GREETING ─ more than 2 words, or ≥ 1.5 s of voice → Machine
///     │ silence ≥ 2.5 s → Machine    └ 5 s in all → stays Unknown
/// </code>
/// </remarks>
public sealed class AnsweringMachineDetector
{
    private const int BlockMilliseconds = 20;

    private readonly ToneBlockBuffer _buffer = new();
    private readonly AnsweringMachineOptions _options;
    private double _total;
    private double _voice;
    private double _silence;
    private double _greeting;
    private int _words;
    private bool _inWord;
    private bool _inGreeting;
    private bool _paused;

    /// <summary>A detector for one call.</summary>
    /// <param name="options">The defaults when null.</param>
    public AnsweringMachineDetector(AnsweringMachineOptions? options = null) => _options = options ?? new AnsweringMachineOptions();

    /// <summary>The guess; <see cref="MachineHint.Unknown"/> until <see cref="IsDecided"/>, and after it when the picture is not clear.</summary>
    public MachineHint Hint { get; private set; }

    /// <summary>True once the guess is final.</summary>
    public bool IsDecided { get; private set; }

    /// <summary>True from the first word until a pause, and again when speech resumes.</summary>
    public bool IsSpeaking { get; private set; }

    /// <summary>Listens to more 8 kHz samples.</summary>
    /// <returns>The last change in these samples; a frame of up to 60 ms holds one at most.</returns>
    public VoiceActivity Process(ReadOnlySpan<short> samples)
    {
        var activity = VoiceActivity.None;
        while (_buffer.TryNext(ref samples, out var block))
        {
            var change = IsSilent(block) ? OnSilence() : OnVoice();
            Decide();
            if (change != VoiceActivity.None)
                activity = change;
        }

        return activity;
    }

    /// <summary>Forgets everything heard, as for a new call.</summary>
    public void Reset()
    {
        _buffer.Clear();
        _total = _voice = _silence = _greeting = 0;
        _words = 0;
        _inWord = _inGreeting = _paused = IsDecided = IsSpeaking = false;
        Hint = MachineHint.Unknown;
    }

    private VoiceActivity OnSilence()
    {
        _total += BlockMilliseconds;
        _silence += BlockMilliseconds;
        if (_silence >= _options.BetweenWords.TotalMilliseconds)
        {
            _inWord = false;
            _voice = 0;
        }

        if (!IsSpeaking || _silence < _options.AfterGreetingSilence.TotalMilliseconds)
            return VoiceActivity.None;
        IsSpeaking = false;
        var first = !_paused;
        _paused = true;
        return first ? VoiceActivity.FirstPause : VoiceActivity.Pause;
    }

    private VoiceActivity OnVoice()
    {
        _total += BlockMilliseconds;
        _voice += BlockMilliseconds;
        if (_inWord)
        {
            _silence = 0;
            _greeting += BlockMilliseconds;
            return VoiceActivity.None;
        }

        // A noise shorter than a word does not end the silence around it.
        if (_voice < _options.MinimumWord.TotalMilliseconds)
            return VoiceActivity.None;
        _inWord = true;
        _inGreeting = true;
        _words++;
        _silence = 0;
        _greeting += _voice;
        if (IsSpeaking)
            return VoiceActivity.None;
        IsSpeaking = true;
        return _paused ? VoiceActivity.SpeechResumed : VoiceActivity.SpeechBegan;
    }

    private void Decide()
    {
        if (IsDecided)
            return;
        var machine = !_inGreeting
            ? _silence >= _options.InitialSilence.TotalMilliseconds
            : _words > _options.MostWords
              || _greeting >= _options.Greeting.TotalMilliseconds
              || _voice >= _options.LongestUtterance.TotalMilliseconds;
        if (machine)
            Conclude(MachineHint.Machine);
        else if (_inGreeting && _silence >= _options.AfterGreetingSilence.TotalMilliseconds)
            Conclude(MachineHint.Human);
        else if (_total >= _options.Total.TotalMilliseconds)
            Conclude(MachineHint.Unknown);
    }

    private void Conclude(MachineHint hint)
    {
        Hint = hint;
        IsDecided = true;
    }

    private bool IsSilent(ReadOnlySpan<short> block)
    {
        var sum = 0;
        foreach (var sample in block)
            sum += Math.Abs((int)sample);
        return sum < _options.SilenceThreshold * block.Length;
    }
}
