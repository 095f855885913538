using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Recordings;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Desk;

/// <summary>The operators' desk over the engine of this process.</summary>
public sealed class EngineDesk : IOperatorDesk
{
    private const int Listed = 10;
    private readonly AlertService _alerts;
    private readonly ILaunchDesk _launches;
    private readonly MessageSound _sound;
    private readonly LaunchBuilder _builder;

    /// <summary>Builds it.</summary>
    /// <param name="alerts">The engine.</param>
    /// <param name="launches">What the host does around a launch.</param>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="recordings">The recordings.</param>
    /// <param name="audiences">The register.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="sound">The sound of messages and names.</param>
    /// <param name="options">How the voice server behaves.</param>
    /// <param name="time">The clock.</param>
    public EngineDesk(
        AlertService alerts, ILaunchDesk launches, IScenarioStore scenarios, IRecordingStore recordings, IAudienceSource audiences, IPolicySource policies, MessageSound sound,
        VoiceServerOptions options, TimeProvider time)
    {
        _alerts = alerts;
        _launches = launches;
        _sound = sound;
        _builder = new LaunchBuilder(alerts, scenarios, recordings, audiences, policies, options, time);
    }

    /// <inheritdoc/>
    public async Task<LaunchProposal> ProposeAsync(OrganisationId organisation, DraftContent content, AlertKind kind, string language, CancellationToken ct)
    {
        BuiltLaunch built = await _builder.BuildAsync(organisation, content, kind, "forecast", ct);
        if (built.Order is not { } order)
        {
            return LaunchProposal.Not(built.Fault);
        }

        if (await _launches.ForecastAsync(order, ct) is not { } forecast)
        {
            return LaunchProposal.Not(LaunchFault.NoSound);
        }

        ScenarioName name = built.NameIn!(language);
        return new LaunchProposal
        {
            Title = order.Title,
            Name = await _sound.NameAsync(name.Spoken, name.Language, ct),
            Households = order.Audience.Count,
            Duration = forecast.FirstPass,
            NeedsSecondPerson = built.NeedsSecondPerson,
            OverrideAfter = built.OverrideAfter,
        };
    }

    /// <inheritdoc/>
    public async Task<LaunchResult> LaunchAsync(
        OrganisationId organisation, DraftContent content, AlertKind kind, string launchedBy, string idempotencyKey, CancellationToken ct)
    {
        BuiltLaunch built = await _builder.BuildAsync(organisation, content, kind, launchedBy, ct);
        return built.Order is { } order ? await _launches.LaunchAsync(order, idempotencyKey, ct) : new LaunchResult(LaunchVerdict.Invalid, default, [built.Fault.ToString()]);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskAlert>> ListAsync(OrganisationId organisation, string language, CancellationToken ct)
    {
        Page<AlertRow> page = await _alerts.ListAsync(new AlertQuery { Organisation = organisation, Limit = Listed }, ct);
        var alerts = new List<DeskAlert>(page.Rows.Count);
        foreach (AlertRow row in page.Rows)
        {
            AlertProgress? live = await _alerts.GetProgressAsync(row.Alert.Id);
            alerts.Add(new DeskAlert
            {
                Alert = row.Alert,
                Phase = live?.Phase ?? row.Phase,
                Totals = live?.Totals ?? row.Totals,
                Left = live is null || live.Phase == AlertPhase.Finished ? null : await _launches.RemainingAsync(row.Alert, live, ct),
                Name = await _sound.NameAsync(row.Alert.Title, language, ct),
            });
        }

        return [.. alerts.Where(alert => alert.IsOpen), .. alerts.Where(alert => !alert.IsOpen)];
    }

    /// <inheritdoc/>
    public Task<CommandVerdict> ChangeAsync(AlertId alert, AlertCommand command, string by) => command switch
    {
        AlertCommand.Pause => _alerts.PauseAsync(alert, by, "phone"),
        AlertCommand.Resume => _alerts.ResumeAsync(alert, by),
        _ => _alerts.StopAsync(alert, by, "phone"),
    };

    /// <inheritdoc/>
    public Task<PreparedPrompt?> MessageAsync(Alert alert, string language, CancellationToken ct) => _sound.MessageAsync(alert.Organisation, alert.Message, language, ct);

    /// <inheritdoc/>
    public IReadOnlyList<LineTrouble> Troubles() => _launches.Troubles();
}
