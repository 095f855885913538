using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Storage.Sqlite.Writing;

namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>Takes back an order that was not sealed; allowed on a full disk, since it gives space back.</summary>
internal sealed class DiscardOrderWrite(AlertId alert) : StoreWrite<AlertWriteSession>
{
    public override void Apply(AlertWriteSession session) => session.DiscardOrder(alert);
}
