using System.Runtime.InteropServices;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Lab.Town;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Daemon.Demo;

/// <summary>
/// How often the phones of the invented town let the first, second, third call to a household go in which way: its own rates, in the
/// place of what a real town's past alerts would have shown.
/// </summary>
internal sealed class DemoCalls(PromptCatalogue catalogue, string language, PhoneTimes times)
{
    private const int MostCalls = 8;

    private static readonly TimeSpan Hello = TimeSpan.FromSeconds(0.7);
    private static readonly TimeSpan MachineGreeting = TimeSpan.FromSeconds(4.8);
    private static readonly TimeSpan KeyWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SecondKeyWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Signalling = TimeSpan.FromSeconds(0.1);

    private readonly Dictionary<(AttemptOutcome Outcome, TimeSpan Time, AttemptOutcome? After), double>[] _seen = [.. Enumerable.Range(0, MostCalls).Select(_ => new Dictionary<(AttemptOutcome, TimeSpan, AttemptOutcome?), double>())];

    /// <summary>Works it out.</summary>
    /// <param name="households">The town.</param>
    /// <param name="terms">The policy and times.</param>
    /// <param name="ringTime">How long a call rings at most.</param>
    public IReadOnlyList<IReadOnlyList<AssumedCall>> Of(IEnumerable<TownHousehold> households, DeliveryTerms terms, TimeSpan ringTime)
    {
        foreach (var household in households)
        {
            Walk([.. new[] { household.Mobile, household.Landline }.OfType<string>().Select(PhoneRules.Of)], terms, ringTime);
        }

        return
        [
            .. _seen.Where(calls => calls.Count > 0)
                .Select(calls => (IReadOnlyList<AssumedCall>)[.. calls.Select(call => new AssumedCall(call.Key.Outcome, call.Value, call.Key.Time) { After = call.Key.After })]),
        ];
    }

    private void Walk(PhoneRule[] phones, DeliveryTerms terms, TimeSpan ringTime)
    {
        ContactPoint[] points = [.. phones.Select((_, i) => E164Number.TryParse($"+3319900000{i}", out var number) ? ContactPoint.Voice(default, number) : default)];
        var attempts = new List<PastAttempt>();
        var now = terms.LaunchedAt;
        while (attempts.Count < MostCalls)
        {
            var history = new RecipientHistory { Points = points, Attempts = CollectionsMarshal.AsSpan(attempts) };
            if (DeliveryPlanner.Next(in history, terms, now) is not AttemptStep step)
            {
                return;
            }

            var plan = PhoneRules.Plan(phones[step.PointIndex], 1 + attempts.Count(attempt => attempt.PointIndex == step.PointIndex), times);
            var (outcome, time) = Call(plan, ringTime);
            var seen = _seen[attempts.Count];
            AttemptOutcome? after = attempts.Count == 0 ? null : attempts[^1].Outcome;
            seen[(outcome, time, after)] = seen.GetValueOrDefault((outcome, time, after)) + 1;
            now = step.NotBefore + time;
            attempts.Add(new PastAttempt(step.PointIndex, step.Lane, outcome, step.NotBefore, now, voicemailLeft: outcome == AttemptOutcome.Voicemail));
        }
    }

    private (AttemptOutcome Outcome, TimeSpan Time) Call(PhonePlan plan, TimeSpan ringTime)
    {
        if (plan.Refuse is { } status)
        {
            var refused = status switch
            {
                486 => AttemptOutcome.Busy,
                404 => AttemptOutcome.InvalidNumber,
                603 => AttemptOutcome.Refused,
                503 => AttemptOutcome.Network,
                _ => AttemptOutcome.NoAnswer,
            };
            return (refused, Signalling);
        }

        var ring = times.Ring * plan.RingFactor;
        return plan.NeverAnswers || ring >= ringTime ? (AttemptOutcome.NoAnswer, ringTime) : Talk(plan, ring + Signalling);
    }

    private (AttemptOutcome Outcome, TimeSpan Time) Talk(PhonePlan plan, TimeSpan time)
    {
        var machine = false;
        AttemptOutcome? wrong = null;
        foreach (var act in plan.Acts)
        {
            switch (act)
            {
                case PhoneAct.Wait wait:
                    time += wait.Time;
                    break;
                case PhoneAct.Say { Voice: LabVoice.FaxAnswer }:
                    return (AttemptOutcome.Fax, time + SecondKeyWait);
                case PhoneAct.Say { Voice: LabVoice.MachineGreeting }:
                    machine = true;
                    break;
                case PhoneAct.Say { Voice: LabVoice.Beep }:
                    return (AttemptOutcome.Voicemail, time + MachineGreeting + VoicemailText);
                case PhoneAct.Say:
                    time += Hello;
                    break;
                case PhoneAct.HangUp:
                    return (AttemptOutcome.CutShort, time);
                case PhoneAct.Press { Key: '1' }:
                    return (AttemptOutcome.Acknowledged, time + Said(PromptNames.AcknowledgedSafe) + SecondKeyWait);
                case PhoneAct.Press { Key: '2' }:
                    return (AttemptOutcome.Acknowledged, time + Said(PromptNames.AcknowledgedHelp));
                case PhoneAct.Press { Key: '9' }:
                    wrong = AttemptOutcome.WrongNumber;
                    break;
                default:
                    break;
            }
        }

        return wrong is { } number
            ? (number, time + Said(PromptNames.WrongNumberNoted) + SecondKeyWait)
            : (machine ? AttemptOutcome.Voicemail : AttemptOutcome.Heard, time + Round + KeyWait + Said(PromptNames.Goodbye));
    }

    private TimeSpan Opening => Said(PromptNames.ExerciseOpening) + Said(PromptNames.SampleOrganisation);

    private TimeSpan Text => Opening + Said(PromptNames.SampleFloodMessage) + Said(PromptNames.ExerciseReminder);

    private TimeSpan Round => Text + Said(PromptNames.Menu);

    private TimeSpan VoicemailText => Text + Said(PromptNames.VoicemailClosing);

    private TimeSpan Said(string prompt) => catalogue.Get(language, prompt).Duration;
}
