using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Daemon.Links;

namespace AlertAutomaton.Daemon.Tests.Links;

/// <summary>One link that leads to one household, and a store that may fail.</summary>
internal sealed class LinkDeskDouble : ILinkDesk
{
    public const string Token = "abcDEF123-_4567x";

    public LinkView View { get; set; } = new()
    {
        Alert = AlertId.New(TimeProvider.System),
        Recipient = RecipientId.New(TimeProvider.System),
        Organisation = "Commune de Valbourg",
        Kind = AlertKind.Real,
        Purpose = AlertPurpose.Vital,
        ForTrustedPerson = false,
        Language = "fr",
        Message = "La rivière est en crue. Quittez votre logement à pied.",
        MessageLanguage = "fr",
        LaunchedAt = new DateTimeOffset(2026, 11, 21, 18, 30, 0, TimeSpan.FromHours(1)),
        IsOver = false,
        OnFile = AcknowledgementOption.None,
    };

    public bool StoreWrites { get; set; } = true;

    public Exception? Fault { get; set; }

    public int LookUps { get; private set; }

    public List<AcknowledgementOption> Recorded { get; } = [];

    public Task<LinkView?> FindAsync(string token, CancellationToken cancel)
    {
        LookUps++;
        return Fault is not null ? Task.FromException<LinkView?>(Fault) : Task.FromResult(token == Token ? View : null);
    }

    public Task<bool> AnswerAsync(LinkView view, AcknowledgementOption option)
    {
        if (StoreWrites)
        {
            Recorded.Add(option);
            View = View with { OnFile = option };
        }

        return Task.FromResult(StoreWrites);
    }

    public static AlertStoreException StoreFault() => new("the database cannot be read", isTransient: true, new IOException());
}
