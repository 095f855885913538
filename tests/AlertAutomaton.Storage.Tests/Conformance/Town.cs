using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Storage.Tests.Conformance;

/// <summary>Makes orders and the events of their deliveries, each at its own instant of a given clock.</summary>
internal sealed class Town(TimeProvider time)
{
    public OrganisationId Organisation { get; } = new(Guid.CreateVersion7(time.GetUtcNow()));

    public AlertOrder Order(int recipients, string key = "key-1", string fingerprint = "f00d") => new()
    {
        Alert = new Alert
        {
            Id = AlertId.New(time),
            Organisation = Organisation,
            Kind = AlertKind.Exercise,
            Title = "Crue de la Lèze, « exercice »",
            Message = new AlertMessage { Id = new MessageId(Guid.CreateVersion7(time.GetUtcNow())), Texts = [new MessageText { Language = "fr", Text = "La rivière monte." }] },
            Policy = new DeliveryPolicy { Name = "alert", Lanes = [new DeliveryLane { Channel = ChannelKind.Voice }] },
            LaunchedAt = time.GetUtcNow(),
            Lifetime = TimeSpan.FromHours(3),
            LaunchedBy = "maire",
        },
        Recipients = [.. Enumerable.Range(0, recipients).Select(Household)],
        IdempotencyKey = key,
        Fingerprint = fingerprint,
    };

    public AttemptBegun Begin(AlertOrder order, int recipient, int number = 1, bool doubtful = false)
    {
        ContactPoint point = order.Recipients[recipient].Points[0];
        return new AttemptBegun
        {
            Alert = order.Alert.Id,
            At = time.GetUtcNow(),
            Recipient = order.Recipients[recipient].Id,
            Attempt = AttemptId.New(time),
            Number = number,
            Lane = 0,
            PointIndex = 0,
            Point = point.Id,
            Channel = ChannelKind.Voice,
            Address = point.Address,
            Line = "operator",
            CallerId = "+33162000000",
            DoubtfulRepeat = doubtful,
        };
    }

    public AttemptAnswered Answer(AttemptBegun of, string dialog = "{\"callId\":\"a@b\"}") =>
        new() { Alert = of.Alert, At = time.GetUtcNow(), Recipient = of.Recipient, Attempt = of.Attempt, DialogIdentity = dialog };

    public MessageHeard Hear(AttemptBegun of) => new() { Alert = of.Alert, At = time.GetUtcNow(), Recipient = of.Recipient, Attempt = of.Attempt };

    public KeyPressed Press(AttemptBegun of, char key) => new() { Alert = of.Alert, At = time.GetUtcNow(), Recipient = of.Recipient, Attempt = of.Attempt, Key = key };

    public Acknowledged Acknowledge(AttemptBegun of, AcknowledgementOption option = AcknowledgementOption.Safe) =>
        new() { Alert = of.Alert, At = time.GetUtcNow(), Recipient = of.Recipient, Option = option, Attempt = of.Attempt };

    public Acknowledged CallBack(AlertOrder order, int recipient, AcknowledgementOption option) =>
        new() { Alert = order.Alert.Id, At = time.GetUtcNow(), Recipient = order.Recipients[recipient].Id, Option = option, Via = "call-back" };

    public AttemptEnded End(AttemptBegun of, AttemptOutcome outcome, RecipientScore score, FinishReason? final = null) => new()
    {
        Alert = of.Alert,
        At = time.GetUtcNow(),
        Recipient = of.Recipient,
        Attempt = of.Attempt,
        Outcome = outcome,
        Detail = "486 Busy Here",
        Line = of.Line,
        CallerId = of.CallerId,
        Talked = TimeSpan.FromSeconds(12.5),
        RetryAfter = TimeSpan.FromSeconds(7),
        Score = score,
        Next = final is null ? new PlannedStep(time.GetUtcNow() + TimeSpan.FromMinutes(2), 1, 0) : null,
        Final = final,
    };

    public DeliveryReported Report(AttemptBegun of, AttemptOutcome outcome, RecipientScore score, FinishReason? final = null) => new()
    {
        Alert = of.Alert,
        At = time.GetUtcNow(),
        Recipient = of.Recipient,
        Attempt = of.Attempt,
        Outcome = outcome,
        Detail = "DELIVRD",
        Score = score,
        Next = final is null ? new PlannedStep(time.GetUtcNow() + TimeSpan.FromMinutes(3), 0, 1) : null,
        Final = final,
    };

    public RecipientFinished Finish(AlertOrder order, int recipient, RecipientScore score, FinishReason reason) =>
        new() { Alert = order.Alert.Id, At = time.GetUtcNow(), Recipient = order.Recipients[recipient].Id, Score = score, Reason = reason };

    public ContactPointInvalidated Close(AlertOrder order, int recipient, int point) => new()
    {
        Alert = order.Alert.Id,
        At = time.GetUtcNow(),
        Recipient = order.Recipients[recipient].Id,
        Point = order.Recipients[recipient].Points[point].Id,
        PointIndex = point,
        Verdict = PointVerdict.Withdrawn,
        Why = "moved away",
    };

    public AlertPaused Pause(AlertOrder order) => new() { Alert = order.Alert.Id, At = time.GetUtcNow(), By = "maire", Reason = "wait" };

    public AlertResumed Resume(AlertOrder order) => new() { Alert = order.Alert.Id, At = time.GetUtcNow(), By = "maire" };

    public AlertStopped Stop(AlertOrder order) => new() { Alert = order.Alert.Id, At = time.GetUtcNow(), By = "maire", Reason = "false alarm" };

    public AlertExpired Expire(AlertOrder order) => new() { Alert = order.Alert.Id, At = time.GetUtcNow() };

    private Recipient Household(int index)
    {
        Assert.True(E164Number.TryParse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"+336{39_000_000 + (index % 1_000_000):D8}"), out E164Number mobile));
        Assert.True(E164Number.TryParse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"+335{61_000_000 + (index % 1_000_000):D8}"), out E164Number landline));
        return new Recipient
        {
            Id = RecipientId.New(time),
            Contact = new ContactId(Guid.CreateVersion7(time.GetUtcNow())),
            Name = $"Famille {index}",
            Language = "fr",
            Points = [ContactPoint.Voice(new ContactPointId(Guid.CreateVersion7(time.GetUtcNow())), mobile), ContactPoint.Voice(new ContactPointId(Guid.CreateVersion7(time.GetUtcNow())), landline)],
            Vulnerable = index % 10 == 0,
            Address = $"{index}, rue de l’Église",
        };
    }
}
