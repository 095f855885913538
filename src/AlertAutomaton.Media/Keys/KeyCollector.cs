namespace AlertAutomaton.Media.Keys;

/// <summary>
/// Merges the three sources of keys of one call. The first source to give a key is the only one believed from then on, so a press that
/// a gateway repeats by INFO or leaves in the sound counts once; a press told twice inside 100 ms counts once too.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class KeyCollector(TimeProvider time)
{
    /// <summary>Two sources that tell the same key within this time mean one press.</summary>
    public static readonly TimeSpan SamePress = TimeSpan.FromMilliseconds(100);

    private char _lastKey;
    private long _lastAt;

    /// <summary>The source that this call's keys come from, null before the first key.</summary>
    public KeySource? Source { get; private set; }

    /// <summary>Whether telephone-event was negotiated; keys heard in the sound are then not believed.</summary>
    public bool TelephoneEventNegotiated { get; set; }

    /// <summary>Presses that were not believed.</summary>
    public int Refused { get; private set; }

    /// <summary>Takes a key from a source and says whether it counts.</summary>
    public bool Accept(char key, KeySource source)
    {
        var now = time.GetTimestamp();
        if (source == KeySource.InBand && TelephoneEventNegotiated && Source != KeySource.InBand
            || Source is { } believed && believed != source
            || IsEcho(key, source, now))
        {
            Refused++;
            return false;
        }

        Source = source;
        (_lastKey, _lastAt) = (key, now);
        return true;
    }

    // INFO bodies and tones carry no identity of the press, so nearness in time is all there is; an event's timestamp tells presses apart better.
    private bool IsEcho(char key, KeySource source, long now) =>
        source != KeySource.TelephoneEvent && Source is not null && key == _lastKey && time.GetElapsedTime(_lastAt, now) < SamePress;
}
