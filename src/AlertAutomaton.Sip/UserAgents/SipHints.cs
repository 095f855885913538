using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>Reads the hints of the far end that decide what is tried next.</summary>
internal static class SipHints
{
    /// <summary>The Reason of a message (RFC 3326), Q.850 before any other; null when it gives none.</summary>
    public static ReasonHeader? ReasonOf(SipMessage message)
    {
        IReadOnlyList<ReasonHeader> reasons = message.Reasons;
        return reasons.FirstOrDefault(reason => reason.IsQ850) ?? (reasons.Count > 0 ? reasons[0] : null);
    }
}
