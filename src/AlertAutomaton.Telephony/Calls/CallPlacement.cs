using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Telephony.Verdicts;

namespace AlertAutomaton.Telephony.Calls;

/// <summary>What came of placing a call: an answered call, or the verdict on why there is none.</summary>
public sealed class CallPlacement
{
    private CallPlacement(Call? call, CallVerdict? verdict)
    {
        Call = call;
        Verdict = verdict;
    }

    /// <summary>The answered call, or null.</summary>
    public Call? Call { get; }

    /// <summary>Why nobody is on the line, or null when somebody is.</summary>
    public CallVerdict? Verdict { get; }

    /// <summary>Which of the two it is.</summary>
    [MemberNotNullWhen(true, nameof(Call))]
    [MemberNotNullWhen(false, nameof(Verdict))]
    public bool IsAnswered => Call is not null;

    internal static CallPlacement Answered(Call call) => new(call, null);

    internal static CallPlacement Failed(CallVerdict verdict) => new(null, verdict);
}
