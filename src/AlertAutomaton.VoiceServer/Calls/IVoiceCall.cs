using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Telephony.Calls;

namespace AlertAutomaton.VoiceServer.Calls;

/// <summary>What a dialogue needs of a call with somebody on it, so that every path through it is tested without a network.</summary>
internal interface IVoiceCall
{
    string CallId { get; }

    Task<CallTurn> PlayAsync(IReadOnlyList<PreparedPrompt> prompts, CallMoments interruptedBy, CancellationToken ct);

    Task<CallTurn> WaitAsync(CallMoments wanted, TimeSpan limit, CancellationToken ct);

    void StartRecording(RecordingOptions options);

    PcmRecording? StopRecording();

    Task HangUpAsync(string? detail);
}
