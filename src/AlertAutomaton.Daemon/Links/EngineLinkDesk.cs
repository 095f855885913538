using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Daemon.Links;

/// <summary>The links of the engine in this process.</summary>
/// <param name="service">The engine.</param>
/// <param name="organisation">Who warns.</param>
/// <param name="time">The clock.</param>
internal sealed class EngineLinkDesk(AlertService service, string organisation, TimeProvider time) : ILinkDesk
{
    private const string Via = "link";
    private const int AttemptsAtOnce = 1000;

    /// <summary>How long somebody who pressed is kept waiting for the disk before the page says that nothing is recorded yet.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<LinkView?> FindAsync(string token, CancellationToken cancel)
    {
        if (await service.FindAttemptsAsync([AttemptReference.Link(token)], limit: 1, cancel) is not [var place]
            || await service.GetAsync(place.Alert, cancel) is not { } alert
            || LinkLifetime.IsExpired(alert, time.GetUtcNow())
            || await service.ListRecipientsAsync(new RecipientQuery(place.Alert) { Recipient = place.Recipient, Limit = 1 }, cancel) is not { Rows: [var row] })
        {
            return null;
        }

        var order = alert.Alert;
        var recipient = row.Recipient;
        var text = order.Message.For(recipient.Language);
        var trusted = await RoleAsync(place, recipient, cancel) == ContactPointRole.Trusted;
        return new LinkView
        {
            Alert = order.Id,
            Recipient = recipient.Id,
            Organisation = organisation,
            Kind = order.Kind,
            Purpose = order.Policy.Purpose,
            ForTrustedPerson = trusted,
            Language = recipient.Language,
            Message = LinkMessage.Of(order, text, recipient, organisation, trusted, LinkWords.CultureOf(text.Language)),
            MessageLanguage = text.Language,
            LaunchedAt = LinkMessage.OnTheClockOf(order, order.LaunchedAt),
            IsOver = LinkLifetime.IsOver(alert),
            OnFile = row.Acknowledgement,
        };
    }

    public async Task<bool> AnswerAsync(LinkView view, AcknowledgementOption option)
    {
        try
        {
            return await service.AcknowledgeAsync(view.Alert, view.Recipient, option, Via).WaitAsync(Patience, time) == CommandVerdict.Done;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Whose point the attempt went to.</summary>
    private async Task<ContactPointRole> RoleAsync(AttemptPlace place, Recipient recipient, CancellationToken cancel)
    {
        var query = new AttemptQuery(place.Alert) { Recipient = place.Recipient, Limit = AttemptsAtOnce };
        while (true)
        {
            var page = await service.ListAttemptsAsync(query, cancel);
            if (page.Rows.FirstOrDefault(attempt => attempt.Attempt == place.Attempt) is { } attempt)
            {
                return recipient.Points[attempt.PointIndex].Role;
            }

            if (page.Next is null)
            {
                return ContactPointRole.Own;
            }

            query = query with { After = page.Next };
        }
    }
}
