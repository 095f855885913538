namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>
/// Counts how many texts of the last quarter of an hour waited too long for their receipt. Texts are counted in slices of fifteen seconds, so that
/// the memory does not grow with the traffic; a text counts as slow only when its whole slice is old enough. One owner, not thread-safe.
/// </summary>
/// <param name="options">How far back, and how long is too long.</param>
public sealed class ReceiptDelays(GatewaySwitchOptions options)
{
    private static readonly TimeSpan SliceLength = TimeSpan.FromSeconds(15);

    private readonly Slice[] _slices = new Slice[(int)(options.Within / SliceLength) + 1];

    /// <summary>A text was handed over.</summary>
    /// <param name="now">A monotonic moment, zero or more.</param>
    public void Sent(TimeSpan now)
    {
        ref var slice = ref At(now);
        slice.Sent++;
    }

    /// <summary>Its first final receipt came; later ones are not told here.</summary>
    /// <param name="sent">When it was handed over.</param>
    /// <param name="now">When the receipt came.</param>
    public void Received(TimeSpan sent, TimeSpan now)
    {
        if (now - sent >= options.Within)
        {
            return;
        }

        ref var slice = ref At(sent);
        slice.Answered++;
        slice.Late += now - sent > options.SlowAfter ? 1 : 0;
    }

    /// <summary>Counts.</summary>
    /// <param name="now">A monotonic moment.</param>
    /// <returns>Texts handed over, and the slow ones of them.</returns>
    public (int Texts, int Slow) Measure(TimeSpan now)
    {
        var (texts, slow) = (0, 0);
        foreach (ref readonly var slice in _slices.AsSpan())
        {
            var begin = slice.Number * SliceLength;
            if (slice.Sent == 0 || now - begin >= options.Within)
            {
                continue;
            }

            texts += slice.Sent;
            slow += slice.Late + (now - begin - SliceLength > options.SlowAfter ? slice.Sent - slice.Answered : 0);
        }

        return (texts, slow);
    }

    private ref Slice At(TimeSpan moment)
    {
        var number = (long)(moment / SliceLength);
        ref var slice = ref _slices[(int)(number % _slices.Length)];
        if (slice.Number != number)
        {
            slice = new Slice { Number = number };
        }

        return ref slice;
    }

    private struct Slice
    {
        public long Number;
        public int Sent;
        public int Answered;
        public int Late;
    }
}
