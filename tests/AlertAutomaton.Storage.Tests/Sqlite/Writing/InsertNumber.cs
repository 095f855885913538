using AlertAutomaton.Storage.Sqlite.Writing;

namespace AlertAutomaton.Storage.Tests.Sqlite.Writing;

/// <summary>Inserts one number; the same number twice is the write's own fault.</summary>
internal sealed class InsertNumber(long value, int fillerBytes = 0, bool isNewWork = false, Action? whileApplying = null) : StoreWrite<CounterSession>
{
    public override bool IsNewWork => isNewWork;

    public override void Apply(CounterSession session)
    {
        session.Insert(value, fillerBytes);
        whileApplying?.Invoke();
    }
}
