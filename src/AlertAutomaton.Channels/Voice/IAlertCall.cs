using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Verdicts;

namespace AlertAutomaton.Channels.Voice;

/// <summary>What the script of an alert call needs of an answered call, so that every path through it is tested without a network.</summary>
internal interface IAlertCall
{
    MachineHint Hint { get; }

    Task<CallTurn> PlayAsync(IReadOnlyList<PreparedPrompt> prompts, CallMoments interruptedBy, CancellationToken ct);

    Task<CallTurn> WaitAsync(CallMoments wanted, TimeSpan limit, CancellationToken ct);

    Task HangUpAsync(string? detail);

    CallFacts Facts();
}
