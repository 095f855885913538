using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.VoiceServer.Residents;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

internal sealed class FakeResidentDesk : IResidentDesk
{
    public Dictionary<string, List<HouseholdAlert>> ByNumber { get; } = [];

    public Dictionary<int, List<HouseholdAlert>> ByCode { get; } = [];

    public CommandVerdict Verdict { get; set; } = CommandVerdict.Done;

    public PreparedPrompt? Announcement { get; set; }

    /// <summary>What happened, in order.</summary>
    public List<string> Story { get; } = [];

    public IReadOnlyList<HouseholdAlert> Find(OrganisationId organisation, E164Number number) => ByNumber.GetValueOrDefault(number.ToString()) ?? [];

    public IReadOnlyList<HouseholdAlert> Find(OrganisationId organisation, int code) => ByCode.GetValueOrDefault(code) ?? [];

    public Task<ResidentMessage?> MessageAsync(HouseholdAlert alert, string language, CancellationToken ct) =>
        Task.FromResult<ResidentMessage?>(new ResidentMessage(FakeOperatorDesk.Sound("organisation"), FakeOperatorDesk.Sound($"{alert.Alert.Title} in {language}")));

    public Task<CommandVerdict> AcknowledgeAsync(HouseholdAlert alert, AcknowledgementOption option)
    {
        Story.Add($"{alert.Alert.Title}: {option}");
        return Task.FromResult(Verdict);
    }

    public Task CloseAsync(ContactPointId point)
    {
        Story.Add("closed");
        return Task.CompletedTask;
    }

    public Task<PreparedPrompt?> NameAsync(OrganisationId organisation, string language, CancellationToken ct) => Task.FromResult<PreparedPrompt?>(FakeOperatorDesk.Sound("organisation"));

    public Task<PreparedPrompt?> AnnouncementAsync(OrganisationId organisation, string language, CancellationToken ct) => Task.FromResult(Announcement);
}
