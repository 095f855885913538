using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Alerts;

/// <summary>
/// The recipients that an audience becomes at launch. Refusals of information hold for information and convocations; a vital alert
/// goes over them, and how often it did is counted, so that it is never done in silence. Pure but for new identifiers.
/// </summary>
internal sealed class FrozenAudience
{
    private FrozenAudience(IReadOnlyList<Recipient> recipients, int leftOut, int overridden)
    {
        Recipients = recipients;
        LeftOut = leftOut;
        RefusalsOverridden = overridden;
    }

    /// <summary>The recipients, in the order of the audience.</summary>
    public IReadOnlyList<Recipient> Recipients { get; }

    /// <summary>Contacts without any way that they did not refuse.</summary>
    public int LeftOut { get; }

    /// <summary>Contacts that are warned over a refusal.</summary>
    public int RefusalsOverridden { get; }

    public static FrozenAudience Of(IReadOnlyList<Contact> audience, AlertPurpose purpose, TimeProvider time)
    {
        var recipients = new List<Recipient>(audience.Count);
        var (leftOut, overridden) = (0, 0);
        foreach (var contact in audience)
        {
            var refusals = contact.InformationRefusals;
            if (refusals.Count == 0 || !contact.Points.Any(point => refusals.Contains(point.Kind)))
            {
                recipients.Add(Recipient.Freeze(contact, time));
            }
            else if (purpose == AlertPurpose.Vital)
            {
                overridden++;
                recipients.Add(Recipient.Freeze(contact, time));
            }
            else if (contact.Points.All(point => refusals.Contains(point.Kind)))
            {
                leftOut++;
            }
            else
            {
                recipients.Add(Recipient.Freeze(contact, point => point.Role == ContactPointRole.Trusted || !refusals.Contains(point.Kind), time));
            }
        }

        return new FrozenAudience(recipients, leftOut, overridden);
    }
}
