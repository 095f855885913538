using AlertAutomaton.Telephony.Calls;

namespace AlertAutomaton.Telephony.Inbound;

/// <summary>Whoever answers calls that come in. Without one, and for numbers that it does not take, callers are refused.</summary>
public interface IInboundCallListener
{
    /// <summary>Whether it takes the call. Asked on the signalling's threads: must not block.</summary>
    bool Accepts(InboundCallInfo info);

    /// <summary>Speaks with the caller. The call is hung up when the task completes or fails.</summary>
    Task AnswerAsync(Call call, InboundCallInfo info, CancellationToken stop);
}
