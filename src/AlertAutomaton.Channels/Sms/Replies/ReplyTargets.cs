using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Channels.Sms.Replies;

/// <summary>
/// Finds what a text answers: the newest running alert that texted its sender before it came. A number that stands on the list twice answers for
/// both entries; the trusted person of several households answers for the one texted last.
/// </summary>
internal static class ReplyTargets
{
    /// <summary>Every alert that the text may answer, the likeliest first.</summary>
    public static async Task<IReadOnlyList<ReplyTarget>> FindAsync(IReplyEngine engine, E164Number number, DateTimeOffset receivedAt)
    {
        var texts = (await engine.FindTextsAsync(number)).Where(place => place.Phase != AlertPhase.Finished && place.Begun <= receivedAt);
        var targets = new List<ReplyTarget>();
        foreach (var alert in texts.GroupBy(place => place.Alert))
        {
            var texted = new List<(RecipientId Id, RunningRecipient Recipient, ContactPoint Point)>();
            foreach (var id in alert.Select(place => place.Recipient).Distinct())
            {
                if (await engine.FindRecipientAsync(alert.Key, id) is { } recipient)
                {
                    texted.AddRange(recipient.Points.Where(point => point.Kind == ChannelKind.Sms && point.Number == number).Select(point => (id, recipient, point)));
                }
            }

            if (texted.Count > 0)
            {
                var own = texted.FindAll(one => one.Point.Role == ContactPointRole.Own);
                var meant = own.Count > 0 ? own : texted[..1];
                targets.Add(new ReplyTarget(
                    meant[0].Recipient.Alert,
                    meant[0].Recipient.Language,
                    meant[0].Point.Role,
                    [.. meant.Select(one => one.Id).Distinct()],
                    [.. texted.Select(one => one.Point.Id).Distinct()]));
            }
        }

        return targets;
    }
}
