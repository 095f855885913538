using System.Collections;
using AlertAutomaton.Alerting.Alerts;

namespace AlertAutomaton.Storage.Tests.Sqlite;

/// <summary>Says that it is very many recipients; nobody may look at one.</summary>
internal sealed class FakeMultitude(int count) : IReadOnlyList<Recipient>
{
    public int Count => count;

    public Recipient this[int index] => throw new InvalidOperationException("The order should have been refused before.");

    public IEnumerator<Recipient> GetEnumerator() => throw new InvalidOperationException("The order should have been refused before.");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
