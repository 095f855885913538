using AlertAutomaton.Contracts.Schedules;
using AlertAutomaton.Daemon.CommandLine.Sending;
using AlertAutomaton.Daemon.Desk.Scheduling;

namespace AlertAutomaton.Daemon.CommandLine.Planning;

/// <summary>Gives one order to plan to a daemon, and says when it will be launched.</summary>
internal sealed class AlertPlanner(CommandContext context, IScheduleDesk desk)
{
    public async Task<int> PlanAsync(SendRequest request, PlanAlertRequest order)
    {
        if (!LaunchConsent.IsGiven(context, request, order))
        {
            return context.Fail(ExitCode.Incomplete, "cli.send.not-agreed");
        }

        var key = request.IdempotencyKey ?? Guid.CreateVersion7(context.Time.GetUtcNow()).ToString("D");
        switch (await desk.PlanAsync(order, key, "cli", CancellationToken.None))
        {
            case PlanOutcome.Accepted { Response: var response }:
                return Accepted(response);
            case PlanOutcome.Invalid invalid:
                return OrderRefusal.Say(context, invalid.Problems);
            case PlanOutcome.KeyConflict:
                return context.Fail(ExitCode.InvalidInput, "problem.idempotency-key-conflict.title");
            case PlanOutcome.NoSpace full:
                return context.FailWith(ExitCode.Unavailable, full.Reason);
            case PlanOutcome.Unavailable unavailable:
                return context.FailWith(ExitCode.Unavailable, unavailable.Reason);
            case var other:
                throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}.");
        }
    }

    private int Accepted(PlanAlertResponse response)
    {
        if (context.Json)
        {
            context.WriteJson(response);
            return ExitCode.Success;
        }

        context.Say(response.AlreadyAccepted ? "cli.plan.already" : "cli.plan.accepted", response.Id, response.Recipients);
        foreach (var occurrence in response.Upcoming)
        {
            context.Out.WriteLine("  " + ScheduleTable.Moment(occurrence, context.Texts));
        }

        context.Say("cli.plan.follow", response.Id);
        return ExitCode.Success;
    }
}
