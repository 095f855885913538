using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Alerting.Texts;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>Lays over an audience who wrote STOP: no texts of information to them; a vital alert goes over it, and says so.</summary>
internal sealed class TextRefusals(IRefusalStore store)
{
    /// <summary>The order with the refusals on file.</summary>
    /// <exception cref="AlertStoreException">They cannot be read now: an alert must not go out as if nobody had refused.</exception>
    public async Task<LaunchRequest> ApplyAsync(LaunchRequest request, CancellationToken cancel)
    {
        var refused = await store.RefusedAsync(request.Organisation, cancel);
        return refused.Count == 0
            ? request
            : request with
            {
                Audience =
                [
                    .. request.Audience.Select(contact =>
                        !contact.InformationRefusals.Contains(ChannelKind.Sms)
                        && contact.Points.Any(point => point.Kind == ChannelKind.Sms && point.Role == ContactPointRole.Own && refused.Contains(point.Number))
                            ? contact with { InformationRefusals = [.. contact.InformationRefusals, ChannelKind.Sms] }
                            : contact),
                ],
            };
    }
}
