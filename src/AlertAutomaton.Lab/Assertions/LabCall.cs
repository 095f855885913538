using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Lab.Witness;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;

namespace AlertAutomaton.Lab.Assertions;

/// <summary>One call to a phone in the hands of a test.</summary>
public sealed class LabCall
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly PhoneLine _line;
    private readonly TimeProvider _time;

    internal LabCall(PhoneLine line, TimeProvider time)
    {
        _line = line;
        _time = time;
    }

    /// <summary>The number that the caller shows.</summary>
    public string Caller => _line.Caller;

    /// <summary>The SIP Call-ID.</summary>
    public string CallId => _line.CallId;

    /// <summary>Completes when the call is over.</summary>
    public Task Ended => _line.Ended;

    /// <summary>Rings.</summary>
    public void Ring() => _line.Ring(early: false);

    /// <summary>Plays early media in place of ringing.</summary>
    public void RingWithSound() => _line.Ring(early: true);

    /// <summary>Answers and waits until the caller knows.</summary>
    public async Task AnswerAsync()
    {
        _line.Answer();
        await _line.Answered;
    }

    /// <summary>Is busy.</summary>
    public void Busy() => _line.Refuse(486, null);

    /// <summary>Refuses with a status of 300-699.</summary>
    public void Refuse(int status, TimeSpan? retryAfter = null) => _line.Refuse(status, retryAfter);

    /// <summary>Presses a key.</summary>
    public Task PressAsync(char key, KeyWay way = KeyWay.TelephoneEvent) => _line.PressAsync(key, way);

    /// <summary>Says something to its end.</summary>
    public Task SayAsync(LabVoice voice) => _line.SayAsync(LabSounds.Of(voice));

    /// <summary>Offers T.38.</summary>
    public Task OfferFaxAsync() => _line.OfferFaxAsync();

    /// <summary>Puts the caller on hold.</summary>
    public Task HoldAsync() => _line.HoldAsync();

    /// <summary>Takes the caller off hold.</summary>
    public Task ResumeAsync() => _line.ResumeAsync();

    /// <summary>Hangs up.</summary>
    public void HangUp() => _line.HangUp();

    /// <summary>Everything heard since the answer, 8 kHz.</summary>
    public short[] Heard() => _line.Heard();

    /// <summary>Waits until a prompt has been heard.</summary>
    /// <exception cref="LabAssertionException">It was not heard in time, or the call ended before.</exception>
    public async Task ExpectPromptAsync(PreparedPrompt prompt, TimeSpan within)
    {
        var recogniser = new PromptRecogniser([prompt], byMarkOnly: true);
        await ExpectSoundAsync(sound => recogniser.Find(sound).Count > 0, $"the prompt '{prompt.Name}'", within);
    }

    /// <summary>Waits until a tone has been heard.</summary>
    /// <exception cref="LabAssertionException">It was not heard in time, or the call ended before.</exception>
    public Task ExpectToneAsync(double hertz, TimeSpan within) => ExpectSoundAsync(sound => ToneDetector.Hears(sound, hertz), $"a tone of {hertz} Hz", within);

    /// <summary>Whether a prompt has been heard so far.</summary>
    public bool HasHeard(PreparedPrompt prompt) => new PromptRecogniser([prompt], byMarkOnly: true).Find(_line.Heard()).Count > 0;

    /// <summary>Waits until the caller hangs up.</summary>
    /// <exception cref="LabAssertionException">It did not.</exception>
    public async Task ExpectHungUpAsync(TimeSpan within)
    {
        try
        {
            await _line.Ended.WaitAsync(within, _time);
        }
        catch (TimeoutException cause)
        {
            throw new LabAssertionException($"The caller did not hang up within {within.TotalSeconds} s.", cause);
        }
    }

    private async Task ExpectSoundAsync(Func<short[], bool> heard, string what, TimeSpan within)
    {
        long start = _time.GetTimestamp();
        while (!heard(_line.Heard()))
        {
            if (_line.Ended.IsCompleted)
            {
                throw new LabAssertionException($"The call ended before {what} was heard.");
            }

            if (_time.GetElapsedTime(start) > within)
            {
                throw new LabAssertionException($"{what} was not heard within {within.TotalSeconds} s.");
            }

            await Task.Delay(Look, _time);
        }
    }
}
