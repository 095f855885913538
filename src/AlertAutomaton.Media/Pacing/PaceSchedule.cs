namespace AlertAutomaton.Media.Pacing;

/// <summary>
/// The absolute time table of one clock thread: rounds of 20 ms, each cut into slots of 4 ms so that the packets of many calls are spread evenly.
/// Pure: every due time is computed from the origin, so errors of waking never add up.
/// </summary>
internal sealed class PaceSchedule
{
    /// <summary>Slots in a round.</summary>
    public const int Slots = 5;

    /// <summary>The length of a round.</summary>
    public const int RoundMilliseconds = 20;

    /// <summary>Rounds that are made up for one after another; a longer pause is skipped, since no receiver buffers more.</summary>
    public const int MaximumCatchUp = 3;

    private readonly long _frequency;
    private readonly long _origin;

    public PaceSchedule(long frequency, long origin)
    {
        (_frequency, _origin) = (frequency, origin);
    }

    /// <summary>Slots since the origin.</summary>
    public long Position { get; private set; }

    /// <summary>Rounds that were skipped so far.</summary>
    public long SkippedRounds { get; private set; }

    public int Slot => (int)(Position % Slots);

    public long Round => Position / Slots;

    /// <summary>When the present slot is due.</summary>
    public long Due => DueAt(Position);

    public long DueAt(long position) => _origin + (long)((Int128)position * RoundMilliseconds * _frequency / (1000 * Slots));

    /// <summary>Goes to the next slot. When it is overdue by more than the catch-up, whole rounds are left out.</summary>
    public void Advance(long now)
    {
        Position++;
        var late = now - Due;
        var round = RoundMilliseconds * _frequency / 1000;
        if (late <= MaximumCatchUp * round)
            return;
        var skipped = late / round;
        SkippedRounds += skipped;
        Position += skipped * Slots;
    }

    /// <summary>After a time without members: the next slot that is not due yet, without counting what passed as skipped.</summary>
    public void Resume(long now)
    {
        var elapsed = (long)((Int128)(now - _origin) * 1000 * Slots / (RoundMilliseconds * _frequency));
        Position = Math.Max(Position, elapsed + 1);
    }
}
