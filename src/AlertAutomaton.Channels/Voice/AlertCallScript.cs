using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Telephony.Calls;

namespace AlertAutomaton.Channels.Voice;

/// <summary>
/// What is said and understood in one answered alert call.
/// </summary>
/// <remarks>
/// <code>
///  answer ─► who and why, message, keys ──(no key)──► wait ──► again, up to the rounds ──► goodbye
///              │ any moment
///              ├─ 1 ─► on disk ─► "noted: …"  (2 may still follow)        ├─ 0 ─► again
///              ├─ 2 ─► on disk ─► "noted: …"                              ├─ 9 ─► "wrong number" (1, 2 may still follow)
///              ├─ beep of a machine ─► the voicemail text once ─► hang up └─ fax ─► hang up
/// </code>
/// What 1 and 2 mean is in <see cref="AnswerTable"/>. No verdict of the machine detector ever delays or ends the message: it only says whether a beep may be believed and what the call is
/// called afterwards. A key always wins.
/// </remarks>
internal sealed class AlertCallScript
{
    private const CallMoments Interruptions = CallMoments.Key | CallMoments.Beep | CallMoments.Fax;

    /// <summary>Speech this long into a call makes a beep believable without the detector's word for it.</summary>
    private static readonly TimeSpan LongGreeting = TimeSpan.FromSeconds(3);

    private readonly IAlertCall _call;
    private readonly AlertPrompts _prompts;
    private readonly IAttemptReporter _reporter;
    private readonly VoiceChannelOptions _options;
    private readonly bool _leaveVoicemail;
    private readonly TimeProvider _time;
    private readonly long _answered;
    private readonly AlertCallNotes _notes = new();
    private int _strayKeys;

    public AlertCallScript(
        IAlertCall call, AlertPrompts prompts, IAttemptReporter reporter, VoiceChannelOptions options, bool leaveVoicemail, TimeProvider time)
    {
        _call = call;
        _prompts = prompts;
        _reporter = reporter;
        _options = options;
        _leaveVoicemail = leaveVoicemail;
        _time = time;
        _answered = time.GetTimestamp();
    }

    /// <summary>Runs the call to its end and hangs up. Cancellation hangs up at once.</summary>
    public async Task<AlertCallNotes> RunAsync(CancellationToken stop)
    {
        try
        {
            await TalkAsync(stop);
            await _call.HangUpAsync(null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await _call.HangUpAsync("stopped");
        }

        return _notes;
    }

    private async Task TalkAsync(CancellationToken stop)
    {
        for (int round = 1; round <= _options.Rounds; round++)
        {
            CallTurn turn = await _call.PlayAsync(round == 1 ? _prompts.FirstRound : _prompts.NextRound, Interruptions, stop);
            if (turn.What == CallMoments.PlayedToEnd)
            {
                await MessageSaidAsync();
                turn = await _call.WaitAsync(Interruptions, _options.KeyWait, stop);
            }

            switch (turn.What)
            {
                case CallMoments.Key when !await UnderstandAsync(turn.Pressed.Key, stop):
                case CallMoments.Ended or CallMoments.Fax:
                    return;
                case CallMoments.Key:
                    // Only the silent count towards the rounds; who asks to hear it again does not lose one.
                    round--;
                    break;
                case CallMoments.Beep when BeepIsBelievable():
                    await LeaveVoicemailAsync(stop);
                    return;
                case CallMoments.Beep when ++_strayKeys <= _options.MostStrayKeys:
                    // A microwave, a keypad: the sentence that it cut is said again.
                    round--;
                    break;
            }
        }

        await _call.PlayAsync(_prompts.Goodbye, CallMoments.None, stop);
    }

    private async Task MessageSaidAsync()
    {
        if (!_notes.PlayedToEnd)
        {
            _notes.PlayedToEnd = true;
            if (_call.Hint != MachineHint.Machine)
            {
                await _reporter.HeardAsync();
            }
        }
    }

    /// <summary>Acts on a key; true when the message is to be said again.</summary>
    private async Task<bool> UnderstandAsync(char key, CancellationToken stop)
    {
        // Written in the background: the store keeps the order, and the acknowledgement behind it is awaited.
        _ = _reporter.KeyPressedAsync(key);
        if (_prompts.AnswerOf(key) is { } answer)
        {
            await AcknowledgeAsync(answer, stop);
            return false;
        }

        switch (key)
        {
            case '9':
                await WrongNumberAsync(stop);
                return false;
            case '0':
                return ++_strayKeys <= _options.MostStrayKeys;
        }

        if (++_strayKeys > _options.MostStrayKeys)
        {
            return false;
        }

        CallTurn turn = await _call.PlayAsync(_prompts.NotUnderstood, Interruptions, stop);
        return turn.What switch
        {
            CallMoments.Key => await UnderstandAsync(turn.Pressed.Key, stop),
            CallMoments.Ended or CallMoments.Fax => false,
            _ => true,
        };
    }

    private async Task AcknowledgeAsync(SpokenAnswer answer, CancellationToken stop)
    {
        if (!await _reporter.AcknowledgeAsync(answer.Option))
        {
            // Not on disk, so nothing may be confirmed: the household is called again rather than wrongly ticked off.
            await _call.PlayAsync(_prompts.RecordingFailed, CallMoments.None, stop);
            return;
        }

        _notes.Key = answer.Key;
        _notes.WrongNumber = false;
        if (answer == _prompts.Two)
        {
            await _call.PlayAsync(answer.ReadBack, CallMoments.None, stop);
            return;
        }

        char? second = await SecondKeyAsync(answer.ReadBack, stop);
        if (second == _prompts.Two.Key)
        {
            _ = _reporter.KeyPressedAsync(second.Value);
            await AcknowledgeAsync(_prompts.Two, stop);
        }
    }

    private async Task WrongNumberAsync(CancellationToken stop)
    {
        _notes.WrongNumber = true;
        char? second = await SecondKeyAsync(_prompts.WrongNumber, stop);
        if (_prompts.AnswerOf(second) is { } answer)
        {
            _ = _reporter.KeyPressedAsync(answer.Key);
            await AcknowledgeAsync(answer, stop);
        }
    }

    /// <summary>Says something and gives the key that came during it or shortly after.</summary>
    private async Task<char?> SecondKeyAsync(IReadOnlyList<PreparedPrompt> prompts, CancellationToken stop)
    {
        CallTurn turn = await _call.PlayAsync(prompts, CallMoments.Key, stop);
        if (turn.What == CallMoments.PlayedToEnd)
        {
            turn = await _call.WaitAsync(CallMoments.Key, _options.SecondKeyWait, stop);
        }
        else if (turn.Key is { } key && key.Key != _prompts.Two.Key && prompts == _prompts.One.ReadBack)
        {
            // The same key pressed twice by an anxious hand must not cut short the sentence it waits for.
            await _call.PlayAsync(prompts, CallMoments.None, stop);
        }

        return turn.Key?.Key;
    }

    /// <summary>
    /// A beep counts where the greeting was judged a machine's, or came so late that a person would have been heard by then
    /// (keypads of people beep too).
    /// </summary>
    private bool BeepIsBelievable() => _call.Hint == MachineHint.Machine || (_call.Hint != MachineHint.Human && _time.GetElapsedTime(_answered) > LongGreeting);

    private async Task LeaveVoicemailAsync(CancellationToken stop)
    {
        _notes.Machine = true;
        if (!_leaveVoicemail)
        {
            return;
        }

        PreparedPrompt[] words = [PreparedPrompt.Silence(_options.AfterBeep), .. _prompts.Voicemail];
        CallTurn turn = await _call.PlayAsync(words, CallMoments.Key, stop);
        if (turn.Key is { } key)
        {
            // Somebody picked up over the machine: a person after all.
            _notes.Machine = false;
            _ = await UnderstandAsync(key.Key, stop);
            return;
        }

        _notes.VoicemailLeft = turn.What == CallMoments.PlayedToEnd;
    }
}
