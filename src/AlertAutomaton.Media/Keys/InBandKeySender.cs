namespace AlertAutomaton.Media.Keys;

/// <summary>The two tones of pressed keys (ITU-T Q.23), for far ends without telephone-event. One owner, asked once per 20 ms.</summary>
public sealed class InBandKeySender
{
    private const int SampleRate = 8000;
    private const int PauseFrames = 3;

    // −9 dBm0 for each tone, the higher 1 dB above the lower as telephones send it; full scale is 32767 (voice.md C).
    private const double LowAmplitude = 5_800;
    private const double HighAmplitude = 6_500;

    private static readonly double[] _low = [697, 770, 852, 941];
    private static readonly double[] _high = [1209, 1336, 1477, 1633];
    private readonly Queue<KeyPressSending> _waiting = new();
    private KeyPressSending _press;
    private int _frame = -1;

    /// <summary>Whether a key is being sent or waits.</summary>
    public bool IsBusy => _frame >= 0 || _waiting.Count > 0;

    /// <summary>Queues a press; false when too many wait.</summary>
    public bool Enqueue(KeyPressSending press)
    {
        if (_waiting.Count >= TelephoneEventSender.LongestQueue)
            return false;
        _waiting.Enqueue(press);
        return true;
    }

    /// <summary>Fills one frame with tones or with the pause behind them; false when nothing is left to send.</summary>
    public bool TryNext(Span<short> frame)
    {
        if (_frame < 0)
        {
            if (!_waiting.TryDequeue(out _press))
                return false;
            _frame = 0;
        }

        if (_frame >= _press.Frames)
            frame.Clear();
        else
            Fill(frame);
        _frame = _frame + 1 < _press.Frames + PauseFrames ? _frame + 1 : -1;
        return true;
    }

    private static (int Row, int Column) PlaceOf(byte code) => code switch
    {
        0 => (3, 1),
        10 => (3, 0),
        11 => (3, 2),
        >= 12 => (code - 12, 3),
        _ => ((code - 1) / 3, (code - 1) % 3),
    };

    private void Fill(Span<short> frame)
    {
        var (row, column) = PlaceOf(_press.Code);
        for (var i = 0; i < frame.Length; i++)
        {
            // The phase comes from the sample's place in the press, so frames join without a click.
            var seconds = (double)(_frame * frame.Length + i) / SampleRate;
            frame[i] = (short)(LowAmplitude * Math.Sin(2 * Math.PI * _low[row] * seconds) + HighAmplitude * Math.Sin(2 * Math.PI * _high[column] * seconds));
        }
    }
}
