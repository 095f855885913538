using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Verdicts;

namespace AlertAutomaton.Channels.Voice;

/// <summary>A real call behind the script.</summary>
internal sealed class PlacedAlertCall(Call call) : IAlertCall
{
    public MachineHint Hint => call.Hint;

    public Task<CallTurn> PlayAsync(IReadOnlyList<PreparedPrompt> prompts, CallMoments interruptedBy, CancellationToken ct) =>
        call.PlayAsync(prompts, interruptedBy, ct);

    public Task<CallTurn> WaitAsync(CallMoments wanted, TimeSpan limit, CancellationToken ct) => call.WaitAsync(wanted, limit, ct);

    public Task HangUpAsync(string? detail) => call.HangUpAsync(detail);

    public CallFacts Facts() => call.Facts();
}
