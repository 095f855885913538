using System.Collections.Concurrent;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.VoiceServer.Calls;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

/// <summary>Phones that the voice server calls: those that have a script answer, the others do not.</summary>
internal sealed class ScriptedOutbound : IOutboundCalls
{
    private readonly ConcurrentDictionary<E164Number, ConcurrentQueue<ScriptedPhone>> _phones = new();

    public ConcurrentQueue<E164Number> Called { get; } = new();

    public void Answers(E164Number number, ScriptedPhone phone) => _phones.GetOrAdd(number, static _ => new ConcurrentQueue<ScriptedPhone>()).Enqueue(phone);

    public Task<IVoiceCall?> CallAsync(E164Number number, CancellationToken ct)
    {
        Called.Enqueue(number);
        return Task.FromResult<IVoiceCall?>(_phones.TryGetValue(number, out ConcurrentQueue<ScriptedPhone>? phones) && phones.TryDequeue(out ScriptedPhone? phone) ? phone : null);
    }
}
