namespace AlertAutomaton.Media.Detection;

/// <summary>
/// Hears the beep after which a voicemail records: one pure tone from 340 to 2,600 Hz, 100 ms to 1.3 s long, steady in pitch and level.
/// </summary>
/// <remarks>
/// Reported when the tone ends, so that the message does not begin inside it; longer tones are ring-back or other signals. Believe it
/// only where a machine is suspected: nobody has tried it on music. Sound that does not arrive must be fed as silence, or the end of a
/// beep followed by no packets at all is not seen.
/// </remarks>
public sealed class BeepDetector
{
    private const double LeastLevel = -44 - Audio.AudioLevel.Dbm0OverDbov;
    private const double LeastShare = 0.8;
    private const double MostPitchChange = 8;
    private const double MostLevelChange = 1;
    private const int LeastBlocks = 5;
    private const int MostBlocks = 65;

    private readonly ToneBlockBuffer _buffer = new();
    private ToneBlock _last;
    private int _blocks;
    private double _sumOfHertz;

    /// <summary>Listens to more 8 kHz samples.</summary>
    /// <param name="samples">Any number of samples.</param>
    /// <param name="hertz">The pitch of the beep that just ended.</param>
    /// <returns>True once per beep.</returns>
    public bool Process(ReadOnlySpan<short> samples, out double hertz)
    {
        hertz = 0;
        while (_buffer.TryNext(ref samples, out var samplesOfBlock))
        {
            var block = ToneSpectrum.Analyse(samplesOfBlock, LeastLevel);
            if (Follow(block) is { } heard)
                hertz = heard;
        }

        return hertz > 0;
    }

    /// <summary>Forgets everything heard, as for a new call.</summary>
    public void Reset()
    {
        _buffer.Clear();
        _last = default;
        _blocks = 0;
    }

    private double? Follow(in ToneBlock block)
    {
        var isTone = block.Share >= LeastShare;
        var goesOn = isTone && _blocks > 0
            && Math.Abs(block.Hertz - _last.Hertz) <= MostPitchChange
            && Math.Abs(block.Level - _last.Level) <= MostLevelChange;
        double? ended = null;
        if (!goesOn)
        {
            if (_blocks is >= LeastBlocks and <= MostBlocks)
                ended = _sumOfHertz / _blocks;
            _blocks = 0;
            _sumOfHertz = 0;
        }

        if (isTone)
        {
            _blocks++;
            _sumOfHertz += block.Hertz;
        }

        _last = block;
        return ended;
    }
}
