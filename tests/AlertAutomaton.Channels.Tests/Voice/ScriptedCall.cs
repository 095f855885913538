using AlertAutomaton.Channels.Voice;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Verdicts;

namespace AlertAutomaton.Channels.Tests.Voice;

/// <summary>A call whose resident is a list of moments: each play or wait that can be ended by the next one is.</summary>
internal sealed class ScriptedCall(List<string> story) : IAlertCall
{
    private readonly Queue<CallTurn?> _moments = new();

    public MachineHint Hint { get; set; }

    public string? HungUpBecause { get; private set; }

    public bool HungUp { get; private set; }

    public ScriptedCall Presses(char key)
    {
        _moments.Enqueue(new CallTurn(CallMoments.Key, new KeyPress(key, TimeSpan.FromSeconds(1))));
        return this;
    }

    public ScriptedCall Then(CallMoments moment)
    {
        _moments.Enqueue(new CallTurn(moment));
        return this;
    }

    /// <summary>The next play or wait passes without anything.</summary>
    public ScriptedCall StaysSilent()
    {
        _moments.Enqueue(null);
        return this;
    }

    public Task<CallTurn> PlayAsync(IReadOnlyList<PreparedPrompt> prompts, CallMoments interruptedBy, CancellationToken ct)
    {
        story.AddRange(prompts.Select(prompt => prompt.Name));
        return Task.FromResult(Next(interruptedBy) ?? new CallTurn(CallMoments.PlayedToEnd));
    }

    public Task<CallTurn> WaitAsync(CallMoments wanted, TimeSpan limit, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(Next(wanted) ?? new CallTurn(CallMoments.TimedOut));
    }

    public Task HangUpAsync(string? detail)
    {
        HungUp = true;
        HungUpBecause = detail;
        return Task.CompletedTask;
    }

    public CallFacts Facts() => new() { End = CallEndCause.LocalHangUp };

    private CallTurn? Next(CallMoments interruptedBy)
    {
        if (!_moments.TryPeek(out CallTurn? moment))
        {
            return null;
        }

        if (moment is { } turn && turn.What != CallMoments.Ended && (turn.What & interruptedBy) == CallMoments.None)
        {
            return null;
        }

        _moments.Dequeue();
        return moment;
    }
}
