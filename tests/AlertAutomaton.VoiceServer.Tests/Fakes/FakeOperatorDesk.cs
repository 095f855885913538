using System.Collections.Concurrent;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.VoiceServer.Desk;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

internal sealed class FakeOperatorDesk : IOperatorDesk
{
    public LaunchProposal Proposal { get; set; } = new() { Title = "Flood", Name = Sound("name"), Households = 412, Duration = TimeSpan.FromMinutes(13.5) };

    public LaunchVerdict LaunchVerdict { get; set; } = LaunchVerdict.Accepted;

    public CommandVerdict ChangeVerdict { get; set; } = CommandVerdict.Done;

    public List<DeskAlert> Alerts { get; } = [];

    public List<LineTrouble> Trouble { get; } = [];

    public ConcurrentQueue<(DraftContent Content, AlertKind Kind, string By, string Key)> Launched { get; } = new();

    public List<(AlertId Alert, AlertCommand Command, string By)> Changes { get; } = [];

    /// <summary>Completes with every launch.</summary>
    public SemaphoreSlim OnLaunch { get; } = new(0);

    public AlertId LastAlert { get; private set; }

    public Task<LaunchProposal> ProposeAsync(OrganisationId organisation, DraftContent content, AlertKind kind, string language, CancellationToken ct) =>
        Task.FromResult(Proposal with { NeedsSecondPerson = Proposal.NeedsSecondPerson && kind == AlertKind.Real });

    public Task<LaunchResult> LaunchAsync(OrganisationId organisation, DraftContent content, AlertKind kind, string launchedBy, string idempotencyKey, CancellationToken ct)
    {
        if (LaunchVerdict == LaunchVerdict.Accepted)
        {
            Launched.Enqueue((content, kind, launchedBy, idempotencyKey));
            LastAlert = AlertId.New(TimeProvider.System);
            OnLaunch.Release();
        }

        return Task.FromResult(new LaunchResult(LaunchVerdict, LastAlert, []));
    }

    public Task<IReadOnlyList<DeskAlert>> ListAsync(OrganisationId organisation, string language, CancellationToken ct) => Task.FromResult<IReadOnlyList<DeskAlert>>(Alerts);

    public Task<CommandVerdict> ChangeAsync(AlertId alert, AlertCommand command, string by)
    {
        Changes.Add((alert, command, by));
        return Task.FromResult(ChangeVerdict);
    }

    public Task<PreparedPrompt?> MessageAsync(Alert alert, string language, CancellationToken ct) => Task.FromResult<PreparedPrompt?>(Sound("message of " + alert.Title));

    public IReadOnlyList<LineTrouble> Troubles() => Trouble;

    public static PreparedPrompt Sound(string name) => PreparedPrompt.FromPcm(name, new short[1600]);
}
