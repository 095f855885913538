using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Benchmarks.Journal;

/// <summary>An order of any size and the events of its attempts.</summary>
internal static class SampleAlert
{
    public static AlertOrder Order(int recipients)
    {
        TimeProvider time = TimeProvider.System;
        var alert = AlertId.New(time);
        return new AlertOrder
        {
            Alert = new Alert
            {
                Id = alert,
                Organisation = new OrganisationId(alert.Value),
                Kind = AlertKind.Test,
                Title = "Measurement",
                Message = new AlertMessage { Id = new MessageId(alert.Value), Texts = [new MessageText { Language = "fr", Text = "La rivière monte." }] },
                Policy = new DeliveryPolicy { Name = "alert", Lanes = [new DeliveryLane { Channel = ChannelKind.Voice }] },
                LaunchedAt = time.GetUtcNow(),
                Lifetime = TimeSpan.FromHours(1),
                LaunchedBy = "benchmark",
            },
            Recipients = [.. Enumerable.Range(0, recipients).Select(Household)],
            IdempotencyKey = alert.ToString(),
            Fingerprint = "",
        };
    }

    public static AttemptBegun Begin(AlertOrder order, int recipient, int number) => new()
    {
        Alert = order.Alert.Id,
        At = TimeProvider.System.GetUtcNow(),
        Recipient = order.Recipients[recipient].Id,
        Attempt = AttemptId.New(TimeProvider.System),
        Number = number,
        Lane = 0,
        PointIndex = 0,
        Point = order.Recipients[recipient].Points[0].Id,
        Channel = ChannelKind.Voice,
        Address = order.Recipients[recipient].Points[0].Address,
        Line = "operator",
        CallerId = "+33162000000",
    };

    public static AttemptEnded End(AttemptBegun of) => new()
    {
        Alert = of.Alert,
        At = TimeProvider.System.GetUtcNow(),
        Recipient = of.Recipient,
        Attempt = of.Attempt,
        Outcome = AttemptOutcome.NoAnswer,
        Detail = "487 Request Terminated",
        Line = of.Line,
        CallerId = of.CallerId,
        Score = RecipientScore.Unreached,
        Next = new PlannedStep(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(3), 0, 0),
    };

    private static Recipient Household(int index)
    {
        TimeProvider time = TimeProvider.System;
        if (!E164Number.TryParse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"+336{39_000_000 + (index % 1_000_000):D8}"), out E164Number number))
        {
            throw new InvalidOperationException("The sample number is not one.");
        }

        return new Recipient
        {
            Id = RecipientId.New(time),
            Contact = new ContactId(Guid.CreateVersion7(time.GetUtcNow())),
            Name = $"Famille {index}",
            Language = "fr",
            Points = [ContactPoint.Voice(new ContactPointId(Guid.CreateVersion7(time.GetUtcNow())), number)],
            Vulnerable = index % 10 == 0,
            Address = $"{index}, rue du Pont",
        };
    }
}
