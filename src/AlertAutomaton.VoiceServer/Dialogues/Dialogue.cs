using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.VoiceServer.Calls;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Dialogues;

/// <summary>
/// Speaks with one caller: says, asks, records. Everything may be interrupted by a key; "0" repeats, "*" leads back; who stays silent is asked
/// again twice. Keys are never logged.
/// </summary>
internal sealed class Dialogue(IVoiceCall call, PromptCatalogue catalogue, string language, VoiceServerOptions options)
{
    private static readonly TimeSpan KeyTail = TimeSpan.FromMilliseconds(100);
    private char? _waiting;

    public string CallId => call.CallId;

    public string Language { get; private set; } = language;

    /// <summary>What is being spoken of: an exercise has another tone and other words throughout.</summary>
    public AlertKind? Mood { get; set; }

    /// <summary>Goes on in another language, where the catalogue has it.</summary>
    public void Speak(string other)
    {
        if (catalogue.Languages.Contains(other, StringComparer.Ordinal))
        {
            Language = other;
        }
    }

    /// <summary>Begins something to say.</summary>
    public Phrase Words(params IReadOnlyList<string> names)
    {
        Phrase phrase = new(catalogue, Language);
        switch (Mood)
        {
            case AlertKind.Exercise or AlertKind.Test:
                phrase.Say(OperatorPromptNames.ExerciseTone);
                break;
            case AlertKind.Real:
                phrase.Say(OperatorPromptNames.RealTone);
                break;
        }

        return phrase.Say(names);
    }

    /// <summary>Says something; a key ends it and answers the next question.</summary>
    /// <returns>False when the call is over.</returns>
    public async Task<bool> SayAsync(Phrase words, CancellationToken ct)
    {
        if (_waiting is not null)
        {
            return true;
        }

        CallTurn turn = await call.PlayAsync(words.Sounds, CallMoments.Key, ct);
        _waiting = turn.Key?.Key;
        return turn.What != CallMoments.Ended;
    }

    /// <summary>Says something to its end, whatever is pressed meanwhile; what was pressed is forgotten.</summary>
    /// <returns>False when the call is over.</returns>
    public async Task<bool> InsistAsync(Phrase words, CancellationToken ct)
    {
        _waiting = null;
        CallTurn turn = await call.PlayAsync(words.Sounds, CallMoments.None, ct);
        await ForgetKeysAsync(ct);
        return turn.What != CallMoments.Ended;
    }

    /// <summary>Asks for one key.</summary>
    /// <param name="words">The question with its keys.</param>
    /// <param name="keys">The keys that are answers.</param>
    /// <param name="ct">Hangs up.</param>
    public async Task<Answer> AskKeyAsync(Phrase words, string keys, CancellationToken ct)
    {
        int silences = 0;
        int strays = 0;
        Phrase said = words;
        while (true)
        {
            CallTurn turn = await HearAsync(said, options.KeyWait, ct);
            said = words;
            switch (turn.Key?.Key)
            {
                case null when turn.What == CallMoments.Ended:
                    return Answer.Not(AnswerEnd.Over);
                case null when ++silences > options.Repeats:
                    return Answer.Not(AnswerEnd.Silent);
                case null:
                    break;
                case { } key when keys.Contains(key, StringComparison.Ordinal):
                    return Answer.Of(key.ToString());
                case '*':
                    return Answer.Not(AnswerEnd.Back);
                case { } when ++strays > options.MostStrayKeys:
                    return Answer.Not(AnswerEnd.Silent);
                case '0':
                    break;
                default:
                    said = Words(PromptNames.NotUnderstood).Append(words);
                    break;
            }
        }
    }

    /// <summary>Asks for a number that ends with the hash, or by itself where its length is fixed.</summary>
    /// <param name="words">The question.</param>
    /// <param name="fewest">The fewest digits; 0 where the hash alone is an answer.</param>
    /// <param name="most">The most.</param>
    /// <param name="ct">Hangs up.</param>
    /// <param name="repeats">How often it is repeated to the silent; null: as usual.</param>
    public async Task<Answer> AskDigitsAsync(Phrase words, int fewest, int most, CancellationToken ct, int? repeats = null)
    {
        int silences = 0;
        int strays = 0;
        Phrase said = words;
        while (true)
        {
            CallTurn turn = await HearAsync(said, options.KeyWait, ct);
            said = words;
            if (turn.What == CallMoments.Ended)
            {
                return Answer.Not(AnswerEnd.Over);
            }

            if (turn.Key is not { } first)
            {
                if (++silences > (repeats ?? options.Repeats))
                {
                    return Answer.Not(AnswerEnd.Silent);
                }

                continue;
            }

            DigitEntry entry = new DigitEntry(fewest, most).Press(first.Key);
            while (entry is { Complete: null, Back: false })
            {
                turn = await call.WaitAsync(CallMoments.Key, options.DigitWait, ct);
                if (turn.What == CallMoments.Ended)
                {
                    return Answer.Not(AnswerEnd.Over);
                }

                entry = turn.Key is { } next ? entry.Press(next.Key) : entry.TimeOut();
            }

            if (entry.Back)
            {
                return Answer.Not(AnswerEnd.Back);
            }

            if (entry.Complete == true)
            {
                return Answer.Of(entry.Typed);
            }

            if (++strays > options.MostStrayKeys)
            {
                return Answer.Not(AnswerEnd.Silent);
            }

            said = Words(PromptNames.NotUnderstood).Append(words);
        }
    }

    /// <summary>Gives a moment for one key; any other answers the next question.</summary>
    /// <returns>True when it was pressed.</returns>
    public async Task<bool> TakeIfAsync(char key, CancellationToken ct)
    {
        _waiting ??= (await call.WaitAsync(CallMoments.Key, options.KeyWait, ct)).Key?.Key;
        if (_waiting != key)
        {
            return false;
        }

        _waiting = null;
        return true;
    }

    /// <summary>Waits; any key ends it.</summary>
    /// <returns>What ended it: the key, the time, or the end of the call.</returns>
    public async Task<CallTurn> PauseAsync(TimeSpan time, CancellationToken ct)
    {
        if (_waiting is { } key)
        {
            _waiting = null;
            return new CallTurn(CallMoments.Key, new KeyPress(key, default));
        }

        return await call.WaitAsync(CallMoments.Key, time, ct);
    }

    /// <summary>Waits whatever is pressed; what was pressed is forgotten.</summary>
    /// <returns>False when the call is over.</returns>
    public async Task<bool> HoldAsync(TimeSpan time, CancellationToken ct)
    {
        CallTurn turn = await call.WaitAsync(CallMoments.None, time, ct);
        await ForgetKeysAsync(ct);
        return turn.What != CallMoments.Ended;
    }

    /// <summary>Records until the hash, the limit or the end of the call.</summary>
    /// <returns>What was said; null when nothing was or the call is over.</returns>
    public async Task<PcmRecording?> RecordAsync(TimeSpan limit, CancellationToken ct)
    {
        await ForgetKeysAsync(ct);
        call.StartRecording(new RecordingOptions { MaximumLength = limit });
        CallTurn turn;
        do
        {
            turn = await call.WaitAsync(CallMoments.Key, limit, ct);
        }
        while (turn.Key is { Key: not '#' });

        PcmRecording? recording = call.StopRecording();
        if (recording is null || turn.What == CallMoments.Ended)
        {
            return null;
        }

        // The beginning of the hash itself may have come through as sound.
        int tail = turn.Key is null ? 0 : (int)(KeyTail.TotalSeconds * PreparedPrompt.SampleRate);
        return recording.Samples.Length <= tail ? null : recording with { Samples = recording.Samples[..^tail] };
    }

    /// <summary>Says goodbye and hangs up; for every end of a call.</summary>
    public async Task GoodbyeAsync(CancellationToken ct)
    {
        Mood = null;
        try
        {
            await call.PlayAsync(Words(PromptNames.Goodbye).Sounds, CallMoments.None, ct);
        }
        finally
        {
            await call.HangUpAsync(null);
        }
    }

    /// <summary>Hangs up without a word.</summary>
    public Task HangUpAsync(string? detail) => call.HangUpAsync(detail);

    /// <summary>Forgets what was pressed so far: it was no answer to what comes now.</summary>
    public async Task ForgetKeysAsync(CancellationToken ct)
    {
        _waiting = null;
        while ((await call.WaitAsync(CallMoments.Key, TimeSpan.Zero, ct)).Key is not null)
        {
            // Each one read is one forgotten.
        }
    }

    private async Task<CallTurn> HearAsync(Phrase words, TimeSpan wait, CancellationToken ct)
    {
        if (_waiting is { } key)
        {
            _waiting = null;
            return new CallTurn(CallMoments.Key, new KeyPress(key, default));
        }

        CallTurn turn = await call.PlayAsync(words.Sounds, CallMoments.Key, ct);
        return turn.What == CallMoments.PlayedToEnd ? await call.WaitAsync(CallMoments.Key, wait, ct) : turn;
    }
}
