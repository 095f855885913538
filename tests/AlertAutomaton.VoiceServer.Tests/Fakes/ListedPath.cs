using System.Collections.Concurrent;
using AlertAutomaton.Alerting.Duty;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

/// <summary>A path for alarms that lists what it took.</summary>
internal sealed class ListedPath : IAlarmPath
{
    public string Name => "listed";

    public bool ReachesPeople => true;

    /// <summary>What it does with the next notices: takes them, refuses them, breaks, hangs.</summary>
    public Func<CancellationToken, Task<bool>> Manner { get; set; } = static _ => Task.FromResult(true);

    public ConcurrentQueue<AlarmNotice> Asked { get; } = new();

    public ConcurrentQueue<AlarmNotice> Took { get; } = new();

    public async Task<bool> SendAsync(AlarmNotice notice, CancellationToken ct)
    {
        Asked.Enqueue(notice);
        bool took = await Manner(ct);
        if (took)
        {
            Took.Enqueue(notice);
        }

        return took;
    }
}
