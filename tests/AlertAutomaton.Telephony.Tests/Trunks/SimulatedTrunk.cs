using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Telephony.Tests.Trunks;

/// <summary>A trunk with a hidden limit, and a caller who always wants a channel, in steps of 10 ms: refusals come after 30 ms, ringing when told.</summary>
internal sealed class SimulatedTrunk(int configured, int hidden, TimeSpan ringingAfter)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan RefusedAfter = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Talk = TimeSpan.FromSeconds(16);
    private readonly ChannelLimitEstimator _estimator = new(configured);
    private readonly PriorityQueue<(int Load, TimeSpan Sent, bool Taken, bool Honest), TimeSpan> _words = new();
    private readonly PriorityQueue<bool, TimeSpan> _ends = new();
    private TimeSpan _now;
    private int _ours;
    private int _carried;

    public int Limit => _estimator.Limit;

    public int LowestLimit { get; private set; } = configured;

    public int Placed { get; private set; }

    public int OverLimit { get; private set; }

    public int BlamedForHonest { get; private set; }

    public void Forget() => (Placed, OverLimit) = (0, 0);

    public void Run(TimeSpan time, int perSecond, Func<bool> isBusy)
    {
        TimeSpan next = _now;
        for (TimeSpan end = _now + time; _now < end; _now += Step)
        {
            while (_ends.TryPeek(out _, out TimeSpan over) && over <= _now)
            {
                _ends.Dequeue();
                _ours--;
                _carried--;
            }

            Hear();
            _estimator.Probe(_now);
            for (; next <= _now; next += TimeSpan.FromSeconds(1.0 / perSecond))
            {
                if (_ours < _estimator.Limit)
                {
                    Place(isBusy());
                }
            }

            LowestLimit = Math.Min(LowestLimit, _estimator.Limit);
        }
    }

    private void Place(bool isBusy)
    {
        Placed++;
        int load = ++_ours;
        bool isFull = _carried >= hidden;
        OverLimit += isFull ? 1 : 0;
        bool taken = !isFull && !isBusy;
        _carried += taken ? 1 : 0;
        _estimator.Sent(load, _now);
        _words.Enqueue((load, _now, taken, !isFull), _now + (taken ? ringingAfter : RefusedAfter));
    }

    private void Hear()
    {
        while (_words.TryPeek(out var word, out TimeSpan at) && at <= _now)
        {
            _words.Dequeue();
            _estimator.Heard(word.Load, word.Sent);
            if (word.Taken)
            {
                _estimator.Accepted(word.Load, _now);
                _ends.Enqueue(true, _now + Talk);
                continue;
            }

            BlamedForHonest += word.Honest && _estimator.Explains(word.Load, word.Sent) ? 1 : 0;
            _ours--;
            _estimator.Refused(word.Load, _now, word.Sent);
        }
    }
}
