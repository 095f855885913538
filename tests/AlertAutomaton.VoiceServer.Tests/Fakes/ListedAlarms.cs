using System.Collections.Concurrent;
using AlertAutomaton.Alerting.Operators;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

internal sealed class ListedAlarms : IOperatorAlarms
{
    public ConcurrentQueue<OperatorAlarm> All { get; } = new();

    public void Raise(OperatorAlarm alarm) => All.Enqueue(alarm);
}
