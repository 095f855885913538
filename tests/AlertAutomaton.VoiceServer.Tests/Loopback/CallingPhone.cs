using AlertAutomaton.Lab.Witness;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Telephony;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Trunks;
using AlertAutomaton.Telephony.Verdicts;

namespace AlertAutomaton.VoiceServer.Tests.Loopback;

/// <summary>A phone that called in, in the hands of a test: hear, type, speak, hang up.</summary>
internal sealed class CallingPhone
{
    private const int Overlap = 12_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly RecordingOptions Everything = new() { MaximumLength = TimeSpan.FromMinutes(5) };
    private readonly Call _call;
    private readonly List<short> _heard = [];

    private CallingPhone(Call call)
    {
        _call = call;
        _call.StartRecording(Everything);
    }

    public Task<CallEnding> Ending => _call.Ending;

    public static async Task<CallingPhone> CallAsync(TelephonyService phone, string number)
    {
        TrunkLine? line;
        while (!phone.Lines.TryReserve(phone.Lines.RouteOf(number), out line))
        {
            await Task.Delay(Look, TimeProvider.System);
        }

        var options = new PlaceOptions { RingTime = TimeSpan.FromSeconds(30), ListenForMachines = false };
        CallPlacement placement = await line.PlaceAsync(number, options, default).WaitAsync(Patience, TimeProvider.System);
        Assert.True(placement.IsAnswered, placement.Verdict?.Detail);
        return new CallingPhone(placement.Call);
    }

    /// <summary>Waits until a prompt has been heard.</summary>
    public Task ExpectAsync(PreparedPrompt prompt)
    {
        var recogniser = new PromptRecogniser([prompt], byMarkOnly: true);
        return ExpectAsync(sound => recogniser.Find(sound).Count > 0, prompt.Name);
    }

    public Task ExpectToneAsync(double hertz) => ExpectAsync(sound => ToneDetector.Hears(sound, hertz), $"a tone of {hertz} Hz");

    public async Task TypeAsync(string keys)
    {
        foreach (char key in keys)
        {
            _call.SendKey(key, TimeSpan.FromMilliseconds(120));
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        }
    }

    public Task<bool> SpeakAsync(double hertz, TimeSpan length) => _call.SayAsync([PreparedPrompt.FromPcm("speech", ToneGenerator.Sine(hertz, length, -20))], default);

    public async Task ExpectHungUpAsync() => Assert.Equal(CallEndCause.RemoteHangUp, (await _call.Ending.WaitAsync(Patience, TimeProvider.System)).Cause);

    public Task HangUpAsync() => _call.HangUpAsync();

    private async Task ExpectAsync(Func<short[], bool> heard, string what)
    {
        long begun = TimeProvider.System.GetTimestamp();
        while (!Holds())
        {
            Assert.False(_call.Ending.IsCompleted, $"the call ended before '{what}' was heard");
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"'{what}' was not heard");
            await Task.Delay(Look, TimeProvider.System);
        }

        bool Holds()
        {
            // What was searched before is searched again only as far as something may have begun in it.
            _heard.RemoveRange(0, Math.Max(0, _heard.Count - Overlap));
            if (_call.StopRecording() is { } more)
            {
                _heard.AddRange(more.Samples);
                _call.StartRecording(Everything);
            }

            return heard([.. _heard]);
        }
    }
}
