using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.VoiceServer.Desk;

/// <summary>Those whom an alert has reached in any way, a machine included: whoever may have heard must hear how it ended.</summary>
internal static class ReachedRecipients
{
    private const int PageSize = 10_000;
    private static readonly RecipientScore[] Scores = [RecipientScore.Confirmed, RecipientScore.ProbablyHeard, RecipientScore.SentOnly, RecipientScore.VoicemailOnly];

    public static async Task<IReadOnlyList<Contact>> OfAsync(AlertService alerts, Alert alert, CancellationToken ct)
    {
        var reached = new List<Contact>();
        foreach (RecipientScore score in Scores)
        {
            string? after = null;
            do
            {
                Page<RecipientRow> page = await alerts.ListRecipientsAsync(new RecipientQuery(alert.Id) { Score = score, After = after, Limit = PageSize }, ct);
                reached.AddRange(page.Rows.Select(row => AsContact(row.Recipient, alert)));
                after = page.Next;
            }
            while (after is not null);
        }

        return reached;
    }

    /// <summary>The household as it was frozen at the launch.</summary>
    private static Contact AsContact(Recipient recipient, Alert alert)
    {
        ContactPoint[] trusted = [.. recipient.Points.Where(point => point.Role == ContactPointRole.Trusted)];
        return new Contact
        {
            Id = recipient.Contact, Organisation = alert.Organisation, Name = recipient.Name, Language = recipient.Language, Vulnerable = recipient.Vulnerable, Address = recipient.Address,
            Points = [.. recipient.Points.Where(point => point.Role != ContactPointRole.Trusted)],
            TrustedPerson = trusted.Length == 0 ? null : new TrustedPerson(recipient.TrustedName ?? string.Empty, trusted),
        };
    }
}
