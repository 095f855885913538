using AlertAutomaton.Alerting.Links;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Channels.Sms.Texts;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Channels.Sms.Estimates;

/// <summary>Counts segments and cost before anything is sent, with the same composer that writes the texts. Pure.</summary>
public static class SmsEstimator
{
    /// <summary>How long a link token is.</summary>
    public const int TokenLength = LinkTokens.Length;

    // Every code has five digits.
    private const int InventedCode = 10_000;

    private static readonly string InventedToken = new('x', TokenLength);

    /// <summary>Every text counted as the longest one of its language: fast, and never less than what is paid.</summary>
    /// <param name="occasion">What would be launched.</param>
    /// <param name="audience">To whom.</param>
    /// <param name="style">How the organisation writes on its first gateway.</param>
    /// <param name="withLinks">Whether each text carries a link.</param>
    /// <param name="pricePerSegment">From the tariff; 0 where nothing is known.</param>
    public static SmsEstimate WorstCase(
        SmsOccasion occasion, IReadOnlyList<Contact> audience, SmsStyle style, bool withLinks, decimal pricePerSegment) =>
        Estimate(occasion, audience, style, withLinks, pricePerSegment, exact: false);

    /// <summary>Every text composed and counted.</summary>
    /// <param name="occasion">What would be launched.</param>
    /// <param name="audience">To whom.</param>
    /// <param name="style">How the organisation writes on its first gateway.</param>
    /// <param name="withLinks">Whether each text carries a link.</param>
    /// <param name="pricePerSegment">From the tariff; 0 where nothing is known.</param>
    public static SmsEstimate Exact(
        SmsOccasion occasion, IReadOnlyList<Contact> audience, SmsStyle style, bool withLinks, decimal pricePerSegment) =>
        Estimate(occasion, audience, style, withLinks, pricePerSegment, exact: true);

    /// <summary>The size of one household's text.</summary>
    /// <param name="occasion">What would be launched.</param>
    /// <param name="contact">The household.</param>
    /// <param name="style">How the organisation writes on its first gateway.</param>
    /// <param name="withLink">Whether the text carries a link.</param>
    public static SmsSize ForContact(SmsOccasion occasion, Contact contact, SmsStyle style, bool withLink) =>
        SmsMeasure.Of(Text(occasion, contact.Language, ContactPointRole.Own, contact.Name, style, withLink), style.Encoding);

    private static SmsEstimate Estimate(
        SmsOccasion occasion, IReadOnlyList<Contact> audience, SmsStyle style, bool withLinks, decimal price, bool exact)
    {
        var groups = new Dictionary<(string Language, ContactPointRole Role), SmsGroupCount>();
        foreach (var contact in audience)
        {
            foreach (var role in RolesOf(occasion.Policy, contact.Vulnerable))
            {
                var points = PointsOf(contact, role).Count(point => point.Kind == ChannelKind.Sms && MayUse(occasion.Policy, contact, role));
                if (points == 0)
                {
                    continue;
                }

                var key = (contact.Language.ToLowerInvariant(), role);
                if (!groups.TryGetValue(key, out var count))
                {
                    groups.Add(key, count = new SmsGroupCount(NamesMatter(occasion, contact.Language, role), exact));
                }

                count.Add(contact.Name, points, name => Text(occasion, contact.Language, role, name, style, withLinks), style.Encoding);
            }
        }

        return new SmsEstimate(
            [.. groups.Select(group => group.Value.Finish(group.Key.Language, group.Key.Role, name => Text(occasion, group.Key.Language, group.Key.Role, name, style, withLinks), style.Encoding))
                .OrderByDescending(group => group.Segments)],
            price);
    }

    private static IEnumerable<ContactPointRole> RolesOf(DeliveryPolicy policy, bool isVulnerable) =>
        policy.Lanes.Where(lane => lane.Channel == ChannelKind.Sms && (isVulnerable || !lane.OnlyVulnerable)).Select(lane => lane.Audience).Distinct();

    private static IEnumerable<ContactPoint> PointsOf(Contact contact, ContactPointRole role) =>
        role == ContactPointRole.Trusted ? contact.TrustedPerson?.Points ?? [] : contact.Points;

    private static bool MayUse(DeliveryPolicy policy, Contact contact, ContactPointRole role) =>
        role == ContactPointRole.Trusted || policy.Purpose == AlertPurpose.Vital || !contact.InformationRefusals.Contains(ChannelKind.Sms);

    private static bool NamesMatter(SmsOccasion occasion, string language, ContactPointRole role)
    {
        var message = occasion.Message.For(language);
        return role == ContactPointRole.Trusted || MessagePlaceholders.Uses(message.SmsText ?? message.Text, MessagePlaceholder.Name);
    }

    private static string Text(SmsOccasion occasion, string language, ContactPointRole role, string? name, SmsStyle style, bool withLink) =>
        SmsComposer.Compose(occasion, new SmsAddressee(language, role, name, withLink ? InventedToken : null, InventedCode), style);
}
