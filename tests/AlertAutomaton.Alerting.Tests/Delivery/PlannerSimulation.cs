using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Tests.Delivery;

/// <summary>Lives one recipient through with the planner alone: every step is carried out, outcomes come from a list.</summary>
internal sealed class PlannerSimulation
{
    public static readonly DateTimeOffset Launch = new(2026, 1, 15, 20, 0, 0, TimeSpan.Zero);

    private readonly ContactPoint[] _points;
    private readonly DeliveryTerms _terms;
    private readonly IReadOnlyList<AttemptOutcome> _outcomes;
    private readonly bool _vulnerable;

    public PlannerSimulation(ContactPoint[] points, DeliveryPolicy policy, TimeSpan lifetime, IReadOnlyList<AttemptOutcome> outcomes, bool vulnerable = false)
    {
        _points = points;
        _outcomes = outcomes;
        _vulnerable = vulnerable;
        _terms = new DeliveryTerms { Policy = policy, LaunchedAt = Launch, ExpiresAt = Launch + lifetime };
    }

    public List<PastAttempt> Attempts { get; } = [];

    public List<AttemptStep> Steps { get; } = [];

    public FinishStep? Finish { get; private set; }

    /// <summary>True when some plan named a moment before the one at which it was made.</summary>
    public bool PlannedThePast { get; private set; }

    public DateTimeOffset EndedAt { get; private set; }

    public IEnumerable<double> MinutesOfAttempts => Attempts.Select(a => (a.Begun - Launch).TotalMinutes);

    public static ContactPoint[] Numbers(params int[] numbers) => [.. numbers.Select(n => Voice($"+33199{n:D6}"))];

    public static ContactPoint Voice(string number, ContactPointRole role = ContactPointRole.Own) =>
        E164Number.TryParse(number, out var parsed)
            ? ContactPoint.Voice(new ContactPointId(new Guid($"01990000-0000-7000-8000-{parsed.Digits:D12}")), parsed, role)
            : throw new ArgumentException(number, nameof(number));

    public PlannerSimulation Run(TimeSpan? callLength = null)
    {
        var length = callLength ?? TimeSpan.Zero;
        var now = Launch;
        for (var i = 0; i < 5_000; i++)
        {
            switch (Next(now))
            {
                case AttemptStep step:
                    PlannedThePast |= step.NotBefore < now;
                    Steps.Add(step);
                    var begun = step.NotBefore;
                    now = begun + length;
                    var outcome = _outcomes.Count == 0 ? AttemptOutcome.NoAnswer : _outcomes[Math.Min(i, _outcomes.Count - 1)];
                    Attempts.Add(new PastAttempt(
                        step.PointIndex, step.Lane, outcome, begun, now, "line", outcome == AttemptOutcome.Voicemail && step.LeaveVoicemail));
                    break;
                case ListenStep listen:
                    PlannedThePast |= listen.Until <= now;
                    now = listen.Until;
                    break;
                case FinishStep finish:
                    Finish = finish;
                    EndedAt = now;
                    return this;
                default:
                    return this;
            }
        }

        return this;
    }

    public DeliveryStep Next(DateTimeOffset now) => DeliveryPlanner.Next(
        new RecipientHistory
        {
            Points = _points,
            Attempts = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Attempts),
            Vulnerable = _vulnerable,
        },
        _terms,
        now);
}
