using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>
/// Lives an alert through before it happens: lines, new calls per second, waits and the order of calls as the dispatcher keeps them, the
/// planner's own steps, and calls that go as <see cref="CallWays"/> deals them. So the tail is in it: the last retries of the ladder
/// and the longest call. A large town is shrunk with its lines; times stay as they are.
/// </summary>
internal sealed class ForecastSimulation
{
    private readonly PriorityQueue<ForecastHousehold, long> _ends = new();
    private readonly PriorityQueue<ForecastHousehold, long> _due = new();
    private readonly Queue<ForecastHousehold> _ready = new();
    private readonly Dictionary<ForecastHousehold, DateTimeOffset> _begun = [];
    private readonly DeliveryTerms _terms;
    private readonly CallWays _ways;
    private readonly DateTimeOffset _start;
    private readonly int _lines;
    private readonly TimeSpan _betweenStarts;
    private DateTimeOffset _now;
    private DateTimeOffset _nextStart;
    private DateTimeOffset _end;
    private DateTimeOffset _firstPass;
    private int _attempts;
    private int _reached;
    private int _reachedAtFirst;
    private bool _byLifetime;

    /// <param name="terms">Policy and times.</param>
    /// <param name="ways">How calls go.</param>
    /// <param name="lines">Lines, at least 1.</param>
    /// <param name="startsPerSecond">New calls per second, above 0.</param>
    /// <param name="start">From when on.</param>
    public ForecastSimulation(DeliveryTerms terms, CallWays ways, int lines, double startsPerSecond, DateTimeOffset start)
    {
        _terms = terms;
        _ways = ways;
        _lines = lines;
        _betweenStarts = double.IsPositiveInfinity(startsPerSecond) ? TimeSpan.Zero : TimeSpan.FromSeconds(1 / startsPerSecond);
        (_start, _now, _nextStart, _end, _firstPass) = (start, start, start, start, start);
    }

    public TimeSpan Length => _end - _start;

    public TimeSpan FirstPass => _firstPass - _start;

    public int Attempts => _attempts;

    public int Reached => _reached;

    public int ReachedAtFirst => _reachedAtFirst;

    public bool EndsByLifetime => _byLifetime;

    /// <summary>Adds a household that waits for a call.</summary>
    public void Waits(ForecastHousehold household, DateTimeOffset from)
    {
        if (household.Step is not null)
        {
            _due.Enqueue(household, from.UtcTicks);
        }

        _byLifetime |= household.EndedByLifetime;
    }

    /// <summary>Adds a household whose call is going on.</summary>
    public void Talks(ForecastHousehold household, TimeSpan since)
    {
        if (household.Step is not null)
        {
            household.Going = _ways.Deal(household.Calls + 1, household.Last);
            var left = household.Going.LineTime - since;
            _begun[household] = _start - since;
            _ends.Enqueue(household, (_start + (left > TimeSpan.Zero ? left : TimeSpan.Zero)).UtcTicks);
        }
    }

    /// <summary>Runs to the end. Households not called yet come first, in their order.</summary>
    public void Run(IEnumerable<ForecastHousehold> fresh)
    {
        using var waiting = fresh.GetEnumerator();
        var next = NextFresh(waiting);
        while (true)
        {
            while (_due.TryPeek(out _, out var due) && due <= _now.UtcTicks)
            {
                _ready.Enqueue(_due.Dequeue());
            }

            while (_now < _terms.ExpiresAt && _ends.Count < _lines && _nextStart <= _now)
            {
                if (next is not null && next.Step!.NotBefore <= _now)
                {
                    BeginUnlessAnswered(next);
                    next = NextFresh(waiting);
                }
                else if (_ready.TryDequeue(out var again))
                {
                    BeginUnlessAnswered(again);
                }
                else
                {
                    break;
                }
            }

            if (!Forward(next))
            {
                return;
            }

            while (_ends.TryPeek(out _, out var over) && over <= _now.UtcTicks)
            {
                Over(_ends.Dequeue());
            }
        }
    }

    private ForecastHousehold? NextFresh(IEnumerator<ForecastHousehold> waiting)
    {
        while (waiting.MoveNext())
        {
            var household = waiting.Current;

            // Written messages wait for no line: who is called late, because calls before held the lines, was written to in time.
            if (household.Plan(_terms, _start, _ways) is not { } step)
            {
                _byLifetime |= household.EndedByLifetime;
                continue;
            }

            if (step.NotBefore <= _now)
            {
                return household;
            }

            // Who is to be called later, because a text has time to be answered first, holds up nobody behind it.
            _due.Enqueue(household, step.NotBefore.UtcTicks);
        }

        return null;
    }

    private void BeginUnlessAnswered(ForecastHousehold household)
    {
        var before = household.IsReached;
        if (!household.HasAnswered(_now))
        {
            Begin(household);
            return;
        }

        _reached += before ? 0 : 1;
        _reachedAtFirst += household.Calls == 0 ? 1 : 0;
        _end = household.AnswersAt > _end ? household.AnswersAt.Value : _end;
        _firstPass = household.Calls == 0 && household.AnswersAt > _firstPass ? household.AnswersAt.Value : _firstPass;
    }

    private void Begin(ForecastHousehold household)
    {
        household.Going = _ways.Deal(household.Calls + 1, household.Last);
        _begun[household] = _now;
        _ends.Enqueue(household, (_now + household.Going.LineTime).UtcTicks);
        _nextStart = _now + _betweenStarts;
        _attempts++;
    }

    private void Over(ForecastHousehold household)
    {
        var first = household.Calls == 0;
        var before = household.IsReached;
        household.Ended(household.Going!.Outcome, _begun[household], _now);
        _begun.Remove(household);
        _end = _now;
        _firstPass = first ? _now : _firstPass;
        _reached += household.IsReached && !before ? 1 : 0;
        _reachedAtFirst += first && household.IsReached ? 1 : 0;
        if (household.Plan(_terms, _now, _ways) is { } step)
        {
            _due.Enqueue(household, step.NotBefore.UtcTicks);
        }

        _byLifetime |= household.EndedByLifetime;
    }

    /// <summary>Moves to the next moment at which something happens; false when nothing does any more.</summary>
    private bool Forward(ForecastHousehold? fresh)
    {
        var next = DateTimeOffset.MaxValue;
        if (_ends.TryPeek(out _, out var over))
        {
            next = new DateTimeOffset(over, TimeSpan.Zero);
        }

        if (_now >= _terms.ExpiresAt)
        {
            _byLifetime |= fresh is not null || _ready.Count > 0 || _due.Count > 0;
        }
        else
        {
            if (_due.TryPeek(out _, out var due))
            {
                Earlier(new DateTimeOffset(due, TimeSpan.Zero));
            }

            if (_ends.Count < _lines && (_ready.Count > 0 || fresh is not null))
            {
                var from = _ready.Count > 0 ? _now : fresh!.Step!.NotBefore;
                Earlier(from > _nextStart ? from : _nextStart);
            }

            if (next > _terms.ExpiresAt && (fresh is not null || _ready.Count > 0))
            {
                // Who waits for a line when the lifetime ends is final at that moment.
                next = _terms.ExpiresAt;
                _end = next;
            }
        }

        if (next == DateTimeOffset.MaxValue)
        {
            return false;
        }

        _now = next > _now ? next : _now;
        return true;

        void Earlier(DateTimeOffset moment) => next = moment < next ? moment : next;
    }
}
