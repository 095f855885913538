using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Progress;

/// <summary>Adds notices of attempts up. Its owner locks.</summary>
internal sealed class AttemptCountsState
{
    private static readonly int Outcomes = Enum.GetValues<AttemptOutcome>().Length;
    private static readonly int Channels = Enum.GetValues<ChannelKind>().Length;

    private readonly long[] _ended = new long[Channels * Outcomes];
    private readonly long[] _reports = new long[Channels * Outcomes];
    private TimeSpan _talked;
    private long _segments;

    public void Add(AttemptNotice notice)
    {
        var at = ((int)notice.Channel * Outcomes) + (int)notice.Outcome;
        if (notice.IsReport)
        {
            _reports[at]++;
            return;
        }

        _ended[at]++;
        _talked += notice.Talked;
        _segments += notice.Channel == ChannelKind.Sms ? notice.Units : 0;
    }

    public AttemptCountsSnapshot Snapshot() => new() { Ended = Counts(_ended), Reports = Counts(_reports), Talked = _talked, Segments = _segments };

    private static List<AttemptCount> Counts(long[] counted)
    {
        var counts = new List<AttemptCount>();
        for (var at = 0; at < counted.Length; at++)
        {
            if (counted[at] > 0)
            {
                counts.Add(new AttemptCount((ChannelKind)(at / Outcomes), (AttemptOutcome)(at % Outcomes), counted[at]));
            }
        }

        return counts;
    }
}
