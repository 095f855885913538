namespace AlertAutomaton.Media.Detection;

/// <summary>
/// Hears the tones of fax machines and modems: CNG, 1,100 ± 38 Hz for 0.5 s (T.30 §4.1), and CED, 2,100 ± 15 Hz (V.25).
/// </summary>
/// <remarks>
/// A voicemail's beep can look like one CNG; where other sound was heard before it, a second CNG must follow. CED is believed after one
/// second of its 2.6, longer than a beep; the phase reversals of V.25 may spoil single blocks.
/// </remarks>
public sealed class FaxToneDetector
{
    private const double LeastLevel = -43 - Audio.AudioLevel.Dbm0OverDbov;
    private const double LeastShare = 0.85;
    private const double CallingHertz = 1100;
    private const double CallingTolerance = 42;
    private const double AnsweringHertz = 2100;
    private const double AnsweringTolerance = 20;
    private const int LeastCallingBlocks = 21;
    private const int MostCallingBlocks = 30;
    private const int AnsweringBlocks = 50;
    private const int SpeechBlocks = 15;
    private const int MostSpoiledBlocks = 1;

    private readonly ToneBlockBuffer _buffer = new();
    private FaxTone _tone;
    private int _blocks;
    private int _spoiled;
    private int _otherSound;
    private int _callingBursts;
    private bool _answeringReported;

    /// <summary>Listens to more 8 kHz samples.</summary>
    /// <returns>The tone that was recognised in these samples; each is reported once per occurrence.</returns>
    public FaxTone Process(ReadOnlySpan<short> samples)
    {
        var recognised = FaxTone.None;
        while (_buffer.TryNext(ref samples, out var samplesOfBlock))
        {
            var block = ToneSpectrum.Analyse(samplesOfBlock, LeastLevel);
            if (Follow(block) is var found and not FaxTone.None)
                recognised = found;
        }

        return recognised;
    }

    /// <summary>Forgets everything heard, as for a new call.</summary>
    public void Reset()
    {
        _buffer.Clear();
        _tone = FaxTone.None;
        _blocks = _spoiled = _otherSound = _callingBursts = 0;
        _answeringReported = false;
    }

    private FaxTone Follow(in ToneBlock block)
    {
        var heard = Classify(block);
        if (heard == FaxTone.None && block.Level >= LeastLevel)
            _otherSound++;
        if (heard == _tone && heard != FaxTone.None)
        {
            _blocks++;
            _spoiled = 0;
            return LongEnoughToAnswer();
        }

        // One spoiled block inside a tone is forgiven; the tone's end is therefore seen one block late.
        if (_tone != FaxTone.None && heard == FaxTone.None && ++_spoiled <= MostSpoiledBlocks)
            return FaxTone.None;
        var ended = EndOfTone();
        _tone = heard;
        _blocks = heard == FaxTone.None ? 0 : 1;
        _spoiled = 0;
        _answeringReported = false;
        return ended;
    }

    private FaxTone LongEnoughToAnswer()
    {
        if (_tone != FaxTone.Answering || _blocks < AnsweringBlocks || _answeringReported)
            return FaxTone.None;
        _answeringReported = true;
        return FaxTone.Answering;
    }

    private FaxTone EndOfTone()
    {
        if (_tone != FaxTone.Calling || _blocks is < LeastCallingBlocks or > MostCallingBlocks)
            return FaxTone.None;
        _callingBursts++;
        return _otherSound < SpeechBlocks || _callingBursts > 1 ? FaxTone.Calling : FaxTone.None;
    }

    private static FaxTone Classify(in ToneBlock block)
    {
        if (block.Share < LeastShare)
            return FaxTone.None;
        if (Math.Abs(block.Hertz - CallingHertz) <= CallingTolerance)
            return FaxTone.Calling;
        return Math.Abs(block.Hertz - AnsweringHertz) <= AnsweringTolerance ? FaxTone.Answering : FaxTone.None;
    }
}
