using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Recordings;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.VoiceServer.Resources;

namespace AlertAutomaton.VoiceServer.Desk;

/// <summary>Makes the order for the engine out of what was chosen on the phone.</summary>
internal sealed class LaunchBuilder(
    AlertService alerts, IScenarioStore scenarios, IRecordingStore recordings, IAudienceSource audiences, IPolicySource policies, VoiceServerOptions options, TimeProvider time)
{
    public async Task<BuiltLaunch> BuildAsync(OrganisationId organisation, DraftContent content, AlertKind kind, string launchedBy, CancellationToken ct) => content switch
    {
        { Scenario: { } scenario } => await OfScenarioAsync(organisation, scenario, kind, launchedBy, ct),
        { FollowUpOf: { } alert, Recording: { } number } => await FollowingAsync(organisation, alert, content.FollowUp, number, kind, launchedBy, ct),
        { Recording: { } number, Group: { } group } => await OfRecordingAsync(organisation, number, group, kind, launchedBy, ct),
        _ => BuiltLaunch.Not(LaunchFault.NotFound),
    };

    private async Task<BuiltLaunch> OfScenarioAsync(OrganisationId organisation, ScenarioId id, AlertKind kind, string launchedBy, CancellationToken ct)
    {
        if (await scenarios.GetAsync(id, ct) is not { } scenario || scenario.Organisation != organisation)
        {
            return BuiltLaunch.Not(LaunchFault.NotFound);
        }

        if (!scenario.Kinds.Contains(kind))
        {
            return BuiltLaunch.Not(LaunchFault.KindNotAllowed);
        }

        if (policies.Find(scenario.Policy) is not { } policy)
        {
            return BuiltLaunch.Not(LaunchFault.NoPolicy);
        }

        IReadOnlyList<Contact> audience = await audiences.FindAsync(organisation, scenario.Audience, ct);
        bool two = scenario.TwoPeople && kind == AlertKind.Real;
        var order = new LaunchRequest
        {
            Organisation = organisation, Kind = kind, Title = scenario.Names[0].Written, Message = scenario.Message with { Id = MessageId.New(time) }, Policy = policy,
            Lifetime = scenario.Lifetime, LaunchedBy = launchedBy, Audience = audience,
        };
        return BuiltLaunch.Of(order, scenario.NameIn, two, policy.Purpose == AlertPurpose.Vital ? scenario.OverrideAfter : null);
    }

    private async Task<BuiltLaunch> OfRecordingAsync(OrganisationId organisation, int number, int groupNumber, AlertKind kind, string launchedBy, CancellationToken ct)
    {
        if (await recordings.FindAsync(organisation, number, ct) is not { } recording || await audiences.FindGroupAsync(organisation, groupNumber, ct) is not { } group)
        {
            return BuiltLaunch.Not(LaunchFault.NotFound);
        }

        if (policies.Find(options.RecordingPolicy) is not { } policy)
        {
            return BuiltLaunch.Not(LaunchFault.NoPolicy);
        }

        IReadOnlyList<Contact> audience = await audiences.FindAsync(organisation, new ScenarioAudience { Groups = [group.Name] }, ct);
        var order = new LaunchRequest
        {
            Organisation = organisation, Kind = kind, Title = VoiceServerTexts.RecordingTitle(recording.Language, number, group.Name), Message = Spoken(organisation, recording), Policy = policy,
            Lifetime = options.RecordingLifetime, LaunchedBy = launchedBy, Audience = audience,
        };
        bool two = options.TwoPeopleForRecordings && kind == AlertKind.Real;
        return BuiltLaunch.Of(order, language => new ScenarioName(language, group.Name, group.Name), two, policy.Purpose == AlertPurpose.Vital ? options.OverrideForRecordings : null);
    }

    /// <summary>A correction is one act away: it never needs a second person. It is what the alert was, real or exercise.</summary>
    private async Task<BuiltLaunch> FollowingAsync(
        OrganisationId organisation, AlertId id, FollowUpKind followUp, int number, AlertKind kind, string launchedBy, CancellationToken ct)
    {
        if (await recordings.FindAsync(organisation, number, ct) is not { } recording
            || await alerts.GetAsync(id, ct) is not { } row || row.Alert.Organisation != organisation)
        {
            return BuiltLaunch.Not(LaunchFault.NotFound);
        }

        if (kind != row.Alert.Kind)
        {
            return BuiltLaunch.Not(LaunchFault.KindNotAllowed);
        }

        string title = followUp == FollowUpKind.AllClear
            ? VoiceServerTexts.AllClearTitle(recording.Language, row.Alert.Title)
            : VoiceServerTexts.CorrectionTitle(recording.Language, row.Alert.Title);
        var order = new LaunchRequest
        {
            Organisation = organisation, Kind = kind, Title = title.Length > 200 ? title[..200] : title, Message = Spoken(organisation, recording), Policy = row.Alert.Policy,
            Lifetime = row.Alert.Lifetime, LaunchedBy = launchedBy, Audience = await ReachedRecipients.OfAsync(alerts, row.Alert, ct), TimeZone = row.Alert.TimeZone,
        };
        return BuiltLaunch.Of(order, language => new ScenarioName(language, row.Alert.Title, row.Alert.Title), needsSecondPerson: false, overrideAfter: null);
    }

    private AlertMessage Spoken(OrganisationId organisation, Recording recording)
    {
        VoiceLine? line = options.Lines.FirstOrDefault(line => line.Audience == VoiceLineAudience.Residents && line.Organisation == organisation);
        string written = VoiceServerTexts.RecordingInWriting(recording.Language, line?.Number.ToString());
        return new AlertMessage
        {
            Id = MessageId.New(time),
            Texts = [new MessageText { Language = recording.Language, Text = string.Empty, SmsText = written, EmailText = written, Recording = recording.Path }],
        };
    }
}
