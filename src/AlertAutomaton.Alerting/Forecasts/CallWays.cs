using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>
/// Deals out how the first, second, third, … call to a household goes, so that the shares come true evenly instead of by chance. What was
/// assumed fades with every call that was seen; after <see cref="EnoughSeen"/> calls of its place in the row it counts for nothing.
/// </summary>
internal sealed class CallWays
{
    /// <summary>Later calls are dealt like the last of these.</summary>
    public const int Kinds = 4;

    private const double AssumptionsWeigh = 10;
    private const double EnoughSeen = 30;

    /// <summary>Fractions of multiples of the golden ratio fill the interval more evenly than anything else.</summary>
    private const double Golden = 0.6180339887498949;

    private readonly AssumedCall[][] _ways = new AssumedCall[Kinds][];
    private readonly double[] _weights = new double[Kinds];
    private readonly int[] _dealt = new int[Kinds];
    private readonly ForecastAssumptions _assumptions;
    private int _textsDealt;
    private int _mailsDealt;

    /// <param name="assumptions">What is assumed.</param>
    /// <param name="seen">What was seen; null before the launch.</param>
    public CallWays(ForecastAssumptions assumptions, AttemptStatistics? seen = null)
    {
        _assumptions = assumptions;
        for (var kind = 0; kind < Kinds; kind++)
        {
            var shown = seen is null ? [] : seen.Calls.Where(figures => figures.Call == kind + 1 && figures.Count > 0).ToList();
            var count = shown.Sum(figures => figures.Count);
            var weight = AssumptionsWeigh * Math.Max(0, 1 - (count / EnoughSeen));
            var assumed = assumptions.WaysOf(kind + 1);
            var total = assumed.Sum(way => way.Share);
            _ways[kind] =
            [
                .. assumed.Where(way => way.Share > 0 && weight > 0).Select(way => way with { Share = way.Share / total * weight }),
                .. shown.Select(figures => new AssumedCall(figures.Outcome, figures.Count, figures.LineTime / figures.Count)),
            ];
            _weights[kind] = _ways[kind].Sum(way => way.Share);
        }
    }

    /// <summary>The mean time for which a first call holds a line.</summary>
    public TimeSpan MeanOfFirst => TimeSpan.FromSeconds(_ways[0].Sum(way => way.Share * way.LineTime.TotalSeconds) / _weights[0]);

    /// <summary>Begins anew, with other luck.</summary>
    /// <param name="series">Which time, from 0.</param>
    public void Restart(int series)
    {
        _textsDealt = series * 89;
        _mailsDealt = series * 53;
        for (var kind = 0; kind < Kinds; kind++)
        {
            _dealt[kind] = series * (97 + (kind * 31));
        }
    }

    /// <summary>How long the next household takes to answer what was written to it; null when it does not answer.</summary>
    /// <param name="kind">How it was written to.</param>
    public TimeSpan? AnswerTo(ChannelKind kind) => kind switch
    {
        ChannelKind.Sms => (0.5 + (_textsDealt++ * Golden)) % 1 < _assumptions.TextsAnswered ? _assumptions.TextAnswerTime : null,
        ChannelKind.Email => (0.5 + (_mailsDealt++ * Golden)) % 1 < _assumptions.MailsAnswered ? _assumptions.MailAnswerTime : null,
        _ => null,
    };

    /// <summary>Deals the next call.</summary>
    /// <param name="call">Which call to its household it is, from 1.</param>
    /// <param name="before">How the call before it ended; null for the first.</param>
    public AssumedCall Deal(int call, AttemptOutcome? before)
    {
        var kind = Math.Min(call, Kinds) - 1;
        var weight = _ways[kind].Sum(way => Fits(way, before) ? way.Share : 0);
        var narrowed = weight > 0;
        var place = (0.5 + (_dealt[kind]++ * Golden)) % 1 * (narrowed ? weight : _weights[kind]);
        foreach (var way in _ways[kind])
        {
            place -= narrowed && !Fits(way, before) ? 0 : way.Share;
            if (place < 0)
            {
                return way;
            }
        }

        return _ways[kind][^1];
    }

    private static bool Fits(AssumedCall way, AttemptOutcome? before) => way.After is null || way.After == before;
}
