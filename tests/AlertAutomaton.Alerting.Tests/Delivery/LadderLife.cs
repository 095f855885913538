using System.Runtime.InteropServices;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Tests.Delivery;

/// <summary>A household with several channels, lived through with the planner alone: calls are not answered, texts and mails are taken.</summary>
internal sealed class LadderLife
{
    public static readonly DateTimeOffset Launch = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly ContactPoint[] _points;
    private readonly List<PastAttempt> _attempts = [];
    private readonly DeliveryTerms _terms;
    private readonly bool _vulnerable;
    private DateTimeOffset _now;

    public LadderLife(DeliveryPolicy policy, ContactPoint[] points, Func<DeliveryTerms, DeliveryTerms>? change, bool vulnerable)
    {
        _points = points;
        _vulnerable = vulnerable;
        var terms = new DeliveryTerms { Policy = policy, LaunchedAt = Launch, ExpiresAt = Launch + TimeSpan.FromHours(4) };
        _terms = change?.Invoke(terms) ?? terms;
        _now = _terms.LaunchedAt;
    }

    public AcknowledgementOption Acknowledgement { get; set; }

    public FinishStep? Finish { get; private set; }

    public IReadOnlyList<DateTimeOffset> Times => [.. _attempts.Select(attempt => attempt.Begun)];

    /// <summary>What was attempted: whole minutes after the launch, and the number called, or <c>sms</c>, or <c>mail</c>.</summary>
    public IReadOnlyList<(int Minute, string To)> Attempted =>
    [
        .. _attempts.Select(attempt => ((int)(attempt.Begun - _terms.LaunchedAt).TotalMinutes, _points[attempt.PointIndex] switch
        {
            { Kind: ChannelKind.Sms } => "sms",
            { Kind: ChannelKind.Email } => "mail",
            var voice => voice.Address,
        })),
    ];

    public ChannelKind KindOf(AttemptStep step) => _points[step.PointIndex].Kind;

    public DeliveryStep Next() => DeliveryPlanner.Next(
        new RecipientHistory { Points = _points, Attempts = CollectionsMarshal.AsSpan(_attempts), Vulnerable = _vulnerable, Acknowledgement = Acknowledgement }, _terms, _now);

    /// <summary>Lives on; <see cref="AttemptOutcome.Open"/> stands for what is usual: no answer to a call, a text or mail that is taken.</summary>
    public void Live(TimeSpan duration, Func<AttemptStep, AttemptOutcome> outcomeOf)
    {
        var end = _terms.LaunchedAt + duration;
        while (Next() is var step)
        {
            switch (step)
            {
                case AttemptStep attempt when attempt.NotBefore < end:
                    _now = attempt.NotBefore;
                    var outcome = outcomeOf(attempt);
                    var usual = KindOf(attempt) == ChannelKind.Voice ? AttemptOutcome.NoAnswer : AttemptOutcome.Submitted;
                    _attempts.Add(new PastAttempt(attempt.PointIndex, attempt.Lane, outcome == AttemptOutcome.Open ? usual : outcome, _now, _now, "line"));
                    break;
                case ListenStep listen when listen.Until < end:
                    _now = listen.Until;
                    break;
                default:
                    Finish = step as FinishStep;
                    return;
            }
        }
    }

    public void Report(int number, AttemptOutcome outcome)
    {
        var past = _attempts[number - 1];
        _attempts[number - 1] = new PastAttempt(past.PointIndex, past.Lane, outcome, past.Begun, past.Ended, past.Line);
    }
}
