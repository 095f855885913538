using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.VoiceServer.Calls;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Duty;

/// <summary>One test call: dials, says what it is, listens for the proof, hangs up.</summary>
internal sealed class HeartbeatCall(IOutboundCalls calls, PromptCatalogue catalogue, HeartbeatOptions options)
{
    private const char Key = '5';

    public async Task<HeartbeatResult> RunAsync(CancellationToken stop)
    {
        if (await calls.CallAsync(options.Number!.Value, stop) is not { } call)
        {
            return HeartbeatResult.NoAnswer;
        }

        try
        {
            return options.Proof switch
            {
                HeartbeatProof.Answered => HeartbeatResult.Good,
                HeartbeatProof.Key => await KeyAsync(call, stop),
                _ => await SoundAsync(call, stop),
            };
        }
        finally
        {
            await call.HangUpAsync(null);
        }
    }

    private async Task<HeartbeatResult> KeyAsync(IVoiceCall call, CancellationToken stop)
    {
        CallTurn turn = await call.PlayAsync(new Phrase(catalogue, catalogue.Languages[0]).Say(DutyPromptNames.HeartbeatCall).Sounds, CallMoments.Key, stop);
        while (true)
        {
            if (turn.Key?.Key == Key)
            {
                return HeartbeatResult.Good;
            }

            if (turn.What is CallMoments.Ended or CallMoments.TimedOut)
            {
                return HeartbeatResult.NoProof;
            }

            turn = await call.WaitAsync(CallMoments.Key, options.ListenFor, stop);
        }
    }

    private async Task<HeartbeatResult> SoundAsync(IVoiceCall call, CancellationToken stop)
    {
        call.StartRecording(new RecordingOptions { MaximumLength = options.ListenFor + TimeSpan.FromSeconds(1) });
        await call.WaitAsync(CallMoments.None, options.ListenFor, stop);
        return HeardSound.IsIn(call.StopRecording()?.Samples ?? []) ? HeartbeatResult.Good : HeartbeatResult.NoProof;
    }
}
