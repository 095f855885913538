using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Sqlite.Writing;

namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>A step of taking an order.</summary>
internal sealed class OrderWrite(Func<AlertWriteSession, AcceptResult> step) : StoreWrite<AlertWriteSession>
{
    public override bool IsNewWork => true;

    /// <summary>Somebody waits in front of a screen.</summary>
    public override bool WaitsWhileBusy => false;

    /// <summary>What the step answered; meaningful once the write is complete.</summary>
    public AcceptResult Result { get; private set; }

    public override void Apply(AlertWriteSession session) => Result = step(session);
}
