using System.Runtime.InteropServices;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>A household of the forecast: its past calls and the next one, planned by the planner of real ones.</summary>
internal sealed class ForecastHousehold(ContactPoint[] points, bool vulnerable)
{
    private readonly List<PastAttempt> _attempts = [];

    /// <summary>How many calls it had.</summary>
    public int Calls { get; private set; }

    /// <summary>How the last of them ended; null before the first.</summary>
    public AttemptOutcome? Last { get; private set; }

    /// <summary>The next call, or the one that is going on; null when there is none.</summary>
    public AttemptStep? Step { get; private set; }

    /// <summary>True when nothing follows because the lifetime ends before.</summary>
    public bool EndedByLifetime { get; private set; }

    /// <summary>True when somebody was reached.</summary>
    public bool IsReached { get; private set; }

    /// <summary>When it answers what was written to it; null when it does not.</summary>
    public DateTimeOffset? AnswersAt { get; private set; }

    /// <summary>How the call that is going on will end.</summary>
    public AssumedCall? Going { get; set; }

    /// <summary>Asks the planner for the next call. Texts and mails on the way to it take no line and no time.</summary>
    /// <param name="terms">Policy and times.</param>
    /// <param name="now">The moment of planning.</param>
    /// <param name="ways">Says whether the household answers its text.</param>
    public AttemptStep? Plan(DeliveryTerms terms, DateTimeOffset now, CallWays ways)
    {
        var step = Next(terms, now);
        while (step is AttemptStep written && points[written.PointIndex].Kind != ChannelKind.Voice)
        {
            _attempts.Add(new PastAttempt(written.PointIndex, written.Lane, AttemptOutcome.Submitted, written.NotBefore, written.NotBefore));
            if (Calls == 0 && ways.AnswerTo(points[written.PointIndex].Kind) is { } time)
            {
                var answers = written.NotBefore + time;
                AnswersAt = AnswersAt < answers ? AnswersAt : answers;
            }

            step = Next(terms, now);
        }

        EndedByLifetime = step is FinishStep { Reason: FinishReason.LifetimeEnded };
        return Step = step as AttemptStep;
    }

    /// <summary>Notes how its planned call ended.</summary>
    public void Ended(AttemptOutcome outcome, DateTimeOffset begun, DateTimeOffset ended)
    {
        _attempts.Add(new PastAttempt(
            Step!.PointIndex, Step.Lane, outcome, begun, ended, voicemailLeft: outcome == AttemptOutcome.Voicemail && Step.LeaveVoicemail));
        Calls++;
        Last = outcome;
        IsReached |= RetryRules.For(outcome).Score >= RecipientScore.ProbablyHeard;
    }

    /// <summary>Closes the household when it has answered in writing by now; no call begins then.</summary>
    /// <returns>True when it has.</returns>
    public bool HasAnswered(DateTimeOffset now)
    {
        if (AnswersAt is not { } at || at > now)
        {
            return false;
        }

        IsReached = true;
        Step = null;
        return true;
    }

    /// <summary>Gives it calls that reached nobody, as those who still wait had them.</summary>
    public void HadCalls(int calls, DeliveryTerms terms, CallWays ways)
    {
        while (Calls < calls && Plan(terms, terms.LaunchedAt, ways) is not null)
        {
            Ended(AttemptOutcome.NoAnswer, terms.LaunchedAt, terms.LaunchedAt);
        }
    }

    private DeliveryStep Next(DeliveryTerms terms, DateTimeOffset now)
    {
        var history = new RecipientHistory { Points = points, Attempts = CollectionsMarshal.AsSpan(_attempts), Vulnerable = vulnerable };
        return DeliveryPlanner.Next(in history, terms, now);
    }
}
