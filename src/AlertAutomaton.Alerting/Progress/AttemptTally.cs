using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Progress;

/// <summary>Adds up how attempts ended and how long they held a line.</summary>
internal sealed class AttemptTally
{
    /// <summary>Attempts from this one on are counted together.</summary>
    public const int LastCall = 4;

    private static readonly int Outcomes = Enum.GetValues<AttemptOutcome>().Length;

    private readonly long[] _counts = new long[LastCall * Outcomes];
    private readonly TimeSpan[] _times = new TimeSpan[LastCall * Outcomes];

    /// <summary>Adds one. What never left or was interrupted by a restart says nothing about phones.</summary>
    /// <param name="call">Which attempt to its recipient, from 1.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="held">How long it held a line.</param>
    public void Add(int call, AttemptOutcome outcome, TimeSpan held)
    {
        if (outcome is AttemptOutcome.Open or AttemptOutcome.NotSent or AttemptOutcome.Interrupted)
        {
            return;
        }

        var at = ((Math.Min(call, LastCall) - 1) * Outcomes) + (int)outcome;
        _counts[at]++;
        _times[at] += held;
    }

    /// <summary>The sums so far.</summary>
    public AttemptStatistics Snapshot()
    {
        var calls = new List<CallFigures>();
        for (var at = 0; at < _counts.Length; at++)
        {
            if (_counts[at] > 0)
            {
                calls.Add(new CallFigures((at / Outcomes) + 1, (AttemptOutcome)(at % Outcomes), _counts[at], _times[at]));
            }
        }

        return new AttemptStatistics { Calls = calls };
    }
}
