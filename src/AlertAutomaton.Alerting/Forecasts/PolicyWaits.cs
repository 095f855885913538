using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Forecasts;

/// <summary>Asks the planner itself which waits a policy puts between the calls to a household that never answers.</summary>
internal static class PolicyWaits
{
    private const int MostCalls = 200;

    /// <summary>The waits before the second, third, … call.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="numbers">How many numbers the household has; at least 1.</param>
    /// <param name="lifetime">The lifetime of the alert.</param>
    /// <returns>One wait per further call.</returns>
    public static IReadOnlyList<TimeSpan> Of(DeliveryPolicy policy, int numbers, TimeSpan lifetime)
    {
        var start = DateTimeOffset.UnixEpoch;
        var terms = new DeliveryTerms { Policy = policy with { QuietHours = null }, LaunchedAt = start, ExpiresAt = start + lifetime };
        var points = new ContactPoint[Math.Clamp(numbers, 1, 4)];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = E164Number.TryParse($"+3319900000{i}", out var number) ? ContactPoint.Voice(default, number) : default;
        }

        var waits = new List<TimeSpan>();
        var attempts = new List<PastAttempt>();
        var ended = start;
        while (attempts.Count < MostCalls)
        {
            var history = new RecipientHistory { Points = points, Attempts = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(attempts) };
            if (DeliveryPlanner.Next(history, terms, ended) is not AttemptStep step)
            {
                break;
            }

            if (attempts.Count > 0)
            {
                waits.Add(step.NotBefore - ended);
            }

            ended = step.NotBefore;
            attempts.Add(new PastAttempt(step.PointIndex, step.Lane, AttemptOutcome.NoAnswer, ended, ended));
        }

        return waits;
    }
}
