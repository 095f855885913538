using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.TestKit;
using AlertAutomaton.VoiceServer.Calls;

namespace AlertAutomaton.VoiceServer.Tests.Fakes;

/// <summary>
/// A call under virtual time: prompts take as long as they are, keys come as scripted, and when the script is over there is silence.
/// </summary>
internal sealed class ScriptedPhone(ManualTimeProvider clock) : IVoiceCall
{
    private readonly Queue<PhoneStep> _steps = new();
    private bool _ended;

    public string CallId { get; init; } = "scripted";

    /// <summary>The call ends at this play, counted from 1; 0: never.</summary>
    public int HangsUpAt { get; init; }

    /// <summary>What the far end says while it is recorded; null is silence.</summary>
    public short[]? Says { get; set; }

    /// <summary>The names of all prompts, in the order in which they were said.</summary>
    public List<string> Heard { get; } = [];

    public int Plays { get; private set; }

    public bool HungUp { get; private set; }

    public bool IsScriptOver => _steps.Count == 0;

    public ScriptedPhone Types(string keys)
    {
        foreach (char key in keys)
        {
            _steps.Enqueue(new PhoneStep.Press(key));
        }

        return this;
    }

    public ScriptedPhone StaysQuiet(int questions = 1)
    {
        for (int question = 0; question < questions; question++)
        {
            _steps.Enqueue(new PhoneStep.StayQuiet());
        }

        return this;
    }

    public ScriptedPhone Listens()
    {
        _steps.Enqueue(new PhoneStep.Listen());
        return this;
    }

    public ScriptedPhone Then(Func<Task> what)
    {
        _steps.Enqueue(new PhoneStep.Do(what));
        return this;
    }

    public async Task<CallTurn> PlayAsync(IReadOnlyList<PreparedPrompt> prompts, CallMoments interruptedBy, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Assert.False(HungUp, "something was said after the hang-up");
        Plays++;
        _ended |= Plays == HangsUpAt;
        if (_ended)
        {
            return new CallTurn(CallMoments.Ended);
        }

        Heard.AddRange(prompts.Select(prompt => prompt.Name));
        await ActAsync();
        if (interruptedBy.HasFlag(CallMoments.Key) && TryPress(out CallTurn pressed))
        {
            return pressed;
        }

        if (_steps.TryPeek(out PhoneStep? step) && step is PhoneStep.Listen)
        {
            _steps.Dequeue();
        }

        clock.Advance(TimeSpan.FromTicks(prompts.Sum(prompt => prompt.Duration.Ticks)));
        return new CallTurn(CallMoments.PlayedToEnd);
    }

    public async Task<CallTurn> WaitAsync(CallMoments wanted, TimeSpan limit, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (_ended)
        {
            return new CallTurn(CallMoments.Ended);
        }

        // Nobody is quick enough to press a key while earlier ones are being forgotten.
        if (limit > TimeSpan.Zero && wanted.HasFlag(CallMoments.Key))
        {
            await ActAsync();
            if (TryPress(out CallTurn pressed))
            {
                return pressed;
            }

            if (_steps.TryPeek(out PhoneStep? step) && step is PhoneStep.StayQuiet)
            {
                _steps.Dequeue();
            }
        }

        clock.Advance(limit);
        return new CallTurn(CallMoments.TimedOut);
    }

    public void StartRecording(RecordingOptions options)
    {
        // What is said is there as a whole.
    }

    public PcmRecording? StopRecording() => _ended || Says is null ? null : new PcmRecording(Says, 0, false);

    public Task HangUpAsync(string? detail)
    {
        HungUp = true;
        return Task.CompletedTask;
    }

    private async Task ActAsync()
    {
        while (_steps.TryPeek(out PhoneStep? step) && step is PhoneStep.Do act)
        {
            _steps.Dequeue();
            await act.What();
        }
    }

    private bool TryPress(out CallTurn turn)
    {
        turn = default;
        if (!_steps.TryPeek(out PhoneStep? step) || step is not PhoneStep.Press press)
        {
            return false;
        }

        _steps.Dequeue();
        turn = new CallTurn(CallMoments.Key, new KeyPress(press.Key, default));
        return true;
    }
}
