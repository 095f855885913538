using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Storage.Sqlite.Writing;

namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>One event. A new attempt is new work; everything else is the outcome of work that is already out.</summary>
internal sealed class AppendWrite(AlertEvent happened) : StoreWrite<AlertWriteSession>
{
    private readonly PreparedEvent _prepared = PreparedEvent.From(happened);

    public override bool IsNewWork => happened is AttemptBegun;

    public override void Apply(AlertWriteSession session) => session.Apply(_prepared);
}
