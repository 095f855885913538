using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Telephony.Calls;

namespace AlertAutomaton.VoiceServer.Calls;

/// <summary>A real call behind a dialogue.</summary>
internal sealed class TelephoneCall(Call call) : IVoiceCall
{
    public string CallId => call.CallId;

    public Task<CallTurn> PlayAsync(IReadOnlyList<PreparedPrompt> prompts, CallMoments interruptedBy, CancellationToken ct) => call.PlayAsync(prompts, interruptedBy, ct);

    public Task<CallTurn> WaitAsync(CallMoments wanted, TimeSpan limit, CancellationToken ct) => call.WaitAsync(wanted, limit, ct);

    public void StartRecording(RecordingOptions options) => call.StartRecording(options);

    public PcmRecording? StopRecording() => call.StopRecording();

    public Task HangUpAsync(string? detail) => call.HangUpAsync(detail);
}
