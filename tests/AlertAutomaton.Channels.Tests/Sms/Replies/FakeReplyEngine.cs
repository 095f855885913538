using System.Collections.Concurrent;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Channels.Sms.Replies;

namespace AlertAutomaton.Channels.Tests.Sms.Replies;

/// <summary>The engine as replies see it: who was texted when, and what was acknowledged.</summary>
internal sealed class FakeReplyEngine : IReplyEngine
{
    private readonly ConcurrentQueue<(AttemptPlace Place, RunningRecipient Recipient)> _texts = new();

    public List<(AlertId Alert, RecipientId Recipient, AcknowledgementOption Option)> Acknowledged { get; } = [];

    public List<ContactPointId> Closed { get; } = [];

    public CommandVerdict Verdict { get; set; } = CommandVerdict.Done;

    public HashSet<AlertId> Over { get; } = [];

    /// <summary>Alerts that are over on disk too.</summary>
    public HashSet<AlertId> Finished { get; } = [];

    /// <summary>Texts somebody, at a moment.</summary>
    public RecipientId Text(Alert alert, int recipient, string language, DateTimeOffset at, params ContactPoint[] points)
    {
        var id = new RecipientId(new Guid(recipient, 9, 0, new byte[8]));
        _texts.Enqueue((
            new AttemptPlace
            {
                Alert = alert.Id, Recipient = id, Attempt = new AttemptId(new Guid(_texts.Count, 8, 0, new byte[8])), Number = 1,
                Reference = AttemptReference.TextTo(points[0].Number), Begun = at, Line = "gw", Outcome = AttemptOutcome.Submitted, Phase = AlertPhase.Running,
            },
            new RunningRecipient(alert, language, points)));
        return id;
    }

    public Task<IReadOnlyList<AttemptPlace>> FindTextsAsync(E164Number number) => Task.FromResult<IReadOnlyList<AttemptPlace>>(
        [.. _texts.Where(text => text.Recipient.Points.Any(point => point.Number == number))
            .Select(text => Finished.Contains(text.Place.Alert) ? text.Place with { Phase = AlertPhase.Finished } : text.Place).OrderByDescending(place => place.Begun)]);

    public Task<AlertPurpose?> PurposeOfAsync(AlertId alert) =>
        Task.FromResult(_texts.Where(text => text.Place.Alert == alert).Select(text => (AlertPurpose?)text.Recipient.Alert.Policy.Purpose).FirstOrDefault());

    public Task<RunningRecipient?> FindRecipientAsync(AlertId alert, RecipientId recipient) => Task.FromResult(
        Over.Contains(alert) ? null : _texts.Where(text => text.Place.Alert == alert && text.Place.Recipient == recipient).Select(text => text.Recipient).FirstOrDefault());

    public Task<CommandVerdict> AcknowledgeAsync(AlertId alert, RecipientId recipient, AcknowledgementOption option)
    {
        lock (Acknowledged)
        {
            Acknowledged.Add((alert, recipient, option));
        }

        return Task.FromResult(Verdict);
    }

    public Task ClosePointAsync(ContactPointId point)
    {
        lock (Closed)
        {
            Closed.Add(point);
        }

        return Task.CompletedTask;
    }
}
